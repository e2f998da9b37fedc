/// Signed bytes: COSE_Sign1 (RFC 9052) with Ed25519, in the one form that we write.
@NullMarked
package org.menfang.cose;

import org.jspecify.annotations.NullMarked;
