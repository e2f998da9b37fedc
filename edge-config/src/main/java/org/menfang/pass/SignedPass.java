package org.menfang.pass;

import java.time.Instant;
import org.menfang.cose.Sign1;
import org.menfang.cose.SigningKey;
import org.menfang.rules.SecretKey;

/// A pass that its issuer has signed, as it is handed out.
///
/// @param pass what it says
/// @param signed COSE_Sign1 over its claims
@SuppressWarnings("ArrayRecordComponent") // A signed pass is handed over, never compared.
public record SignedPass(Pass pass, byte[] signed) {
    /// @throws IllegalArgumentException if it names so much that no reader takes it
    public static SignedPass sign(Pass pass, SigningKey issuer) {
        byte[] signed = Sign1.sign(Claims.write(pass), PassReader.CONTENT_TYPE, issuer);
        if (signed.length > PassReader.BYTES_MAX) {
            throw new IllegalArgumentException("a pass of " + signed.length + " bytes");
        }
        return new SignedPass(pass, signed);
    }

    /// @throws IllegalArgumentException if no reader would take the pass
    public static void check(Pass pass) {
        Claims.write(pass);
    }

    /// What stands in its QR code for all its life.
    ///
    /// @throws IllegalStateException if it is a pass that rotates
    public String text() {
        if (pass.type() != PassClass.PAPER) {
            throw new IllegalStateException("this pass is shown with a code of the moment only");
        }
        return PassText.write(null, signed);
    }

    /// What stands in its QR code at a moment.
    ///
    /// @param rotationKey of the compound
    /// @throws IllegalStateException if it is a pass on paper
    public String text(SecretKey rotationKey, Instant now) {
        if (pass.type() != PassClass.ROTATING) {
            throw new IllegalStateException("a pass on paper does not change");
        }
        String code =
                RotatingCode.of(
                        RotatingCode.secret(rotationKey, pass.id()), RotatingCode.step(now));
        return PassText.write(code, signed);
    }
}
