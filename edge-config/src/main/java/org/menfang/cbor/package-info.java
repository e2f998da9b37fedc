/// CBOR in its one deterministic form (RFC 8949, section 4.2.1), read strictly and within limits,
/// since what comes to a gate is written by strangers.
@NullMarked
package org.menfang.cbor;

import org.jspecify.annotations.NullMarked;
