/// Passes: credentials with limits in time and uses that an issuer signs and every gate verifies by
/// itself, as a QR code on paper or on a phone, or as digits.
@NullMarked
package org.menfang.pass;

import org.jspecify.annotations.NullMarked;
