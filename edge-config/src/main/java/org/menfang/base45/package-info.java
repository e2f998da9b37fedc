/// Base45 (RFC 9285): bytes in the 45 characters that a QR code holds most densely.
@NullMarked
package org.menfang.base45;

import org.jspecify.annotations.NullMarked;
