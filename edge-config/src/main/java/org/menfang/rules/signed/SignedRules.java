package org.menfang.rules.signed;

import java.util.List;
import org.menfang.cose.CoseFault;
import org.menfang.cose.Keyring;
import org.menfang.cose.Sign1;
import org.menfang.cose.SigningKey;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleFaultCode;

/// The envelope in which a rule set travels: COSE_Sign1 over its packed text.
public final class SignedRules {
    /// What is signed, so that a signature over something else never makes a rule set.
    public static final String CONTENT_TYPE = "application/vnd.menfang.rules+gzip";

    /// Longest envelope: the longest packed text, and what stands around it.
    public static final int BYTES_MAX = PackedRules.BYTES_MAX + 1024;

    private SignedRules() {}

    /// What came of opening an envelope.
    public sealed interface Opening {
        /// A key that is accepted signed this.
        record Opened(PackedRules packed) implements Opening {}

        record Refused(RuleFault fault) implements Opening {}
    }

    /// Signs a packed text.
    ///
    /// @return the envelope
    public static byte[] sign(PackedRules packed, SigningKey key) {
        return Sign1.sign(packed.bytes(), CONTENT_TYPE, key);
    }

    /// Opens an envelope.
    ///
    /// @param keys whose rules are accepted
    public static Opening open(byte[] envelope, Keyring keys) {
        if (envelope.length > BYTES_MAX) {
            return refused(RuleFaultCode.TOO_LONG, Integer.toString(BYTES_MAX));
        }
        return switch (Sign1.open(envelope, CONTENT_TYPE, keys, BYTES_MAX)) {
            case Sign1.Opening.Opened(byte[] payload, var _) ->
                    new Opening.Opened(new PackedRules(payload));
            case Sign1.Opening.Refused refused -> refused(code(refused.fault()), refused.why());
        };
    }

    private static RuleFaultCode code(CoseFault fault) {
        return switch (fault) {
            case UNKNOWN_KEY -> RuleFaultCode.UNKNOWN_KEY;
            case WRONG_SIGNATURE -> RuleFaultCode.WRONG_SIGNATURE;
            case NOT_CBOR,
                    WRONG_TAG,
                    WRONG_SHAPE,
                    UNPROTECTED_HEADER,
                    ALGORITHM_CHANGED,
                    UNKNOWN_CRITICAL_HEADER,
                    UNEXPECTED_HEADER,
                    WRONG_CONTENT_TYPE ->
                    RuleFaultCode.NOT_SIGNED;
        };
    }

    private static Opening refused(RuleFaultCode code, String argument) {
        return new Opening.Refused(new RuleFault(0, 0, "", code, List.of(argument)));
    }
}
