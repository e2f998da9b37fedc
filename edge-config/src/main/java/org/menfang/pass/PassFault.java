package org.menfang.pass;

import java.util.List;
import java.util.Locale;
import org.menfang.base45.Base45Fault;
import org.menfang.cbor.CborFault;
import org.menfang.cose.CoseFault;
import org.menfang.text.Catalogue;
import org.menfang.vocabulary.DenyReason;

/// Why a pass is refused. The groups come in the order in which a pass is read.
public enum PassFault {
    /// The text is longer than any pass.
    TEXT_TOO_LONG(DenyReason.PASS_MALFORMED),
    /// The text does not begin as our passes do.
    NOT_A_PASS(DenyReason.PASS_MALFORMED),

    BASE45_UNKNOWN_CHARACTER(DenyReason.PASS_MALFORMED),
    /// The length is 3n+1.
    BASE45_CHARACTER_LEFT_OVER(DenyReason.PASS_MALFORMED),
    /// Such as `GGW` and `:::`.
    BASE45_THREE_TOO_LARGE(DenyReason.PASS_MALFORMED),
    BASE45_TWO_TOO_LARGE(DenyReason.PASS_MALFORMED),

    CBOR_TOO_LONG(DenyReason.PASS_MALFORMED),
    CBOR_TOO_DEEP(DenyReason.PASS_MALFORMED),
    CBOR_TOO_MANY_ITEMS(DenyReason.PASS_MALFORMED),
    CBOR_TRUNCATED(DenyReason.PASS_MALFORMED),
    CBOR_TRAILING_BYTES(DenyReason.PASS_MALFORMED),
    CBOR_INDEFINITE_LENGTH(DenyReason.PASS_MALFORMED),
    CBOR_NOT_SHORTEST(DenyReason.PASS_MALFORMED),
    CBOR_RESERVED(DenyReason.PASS_MALFORMED),
    CBOR_NUMBER_TOO_LARGE(DenyReason.PASS_MALFORMED),
    CBOR_NOT_UTF_8(DenyReason.PASS_MALFORMED),
    CBOR_DUPLICATE_KEY(DenyReason.PASS_MALFORMED),
    CBOR_KEYS_OUT_OF_ORDER(DenyReason.PASS_MALFORMED),
    CBOR_FLOAT(DenyReason.PASS_MALFORMED),
    CBOR_SIMPLE_VALUE(DenyReason.PASS_MALFORMED),

    WRONG_TAG(DenyReason.PASS_MALFORMED),
    WRONG_SHAPE(DenyReason.PASS_MALFORMED),
    UNPROTECTED_HEADER(DenyReason.PASS_MALFORMED),
    ALGORITHM_CHANGED(DenyReason.PASS_FORGED),
    UNKNOWN_CRITICAL_HEADER(DenyReason.PASS_MALFORMED),
    UNEXPECTED_HEADER(DenyReason.PASS_MALFORMED),
    /// Something else than a pass was signed.
    WRONG_CONTENT_TYPE(DenyReason.PASS_FORGED),
    /// The compound has not accepted the issuer.
    UNKNOWN_KEY(DenyReason.PASS_ISSUER_UNKNOWN),
    /// Claims, protected header or signature were changed.
    WRONG_SIGNATURE(DenyReason.PASS_FORGED),
    /// The compound no longer accepts the issuer.
    ISSUER_REVOKED(DenyReason.PASS_ISSUER_REVOKED),

    CLAIM_MISSING(DenyReason.PASS_MALFORMED),
    CLAIM_UNKNOWN(DenyReason.PASS_MALFORMED),
    CLAIM_WRONG_TYPE(DenyReason.PASS_MALFORMED),
    /// The type is right, but no pass may say this.
    CLAIM_OUT_OF_RANGE(DenyReason.PASS_MALFORMED),
    FOREIGN_COMPOUND(DenyReason.PASS_FOREIGN),

    /// A pass that rotates was shown without a code: a copy of its fixed part.
    CODE_MISSING(DenyReason.CODE_STALE),
    /// A code stands beside a pass that does not rotate.
    CODE_NOT_EXPECTED(DenyReason.PASS_MALFORMED),
    /// The code is not of this moment: a picture of the pass.
    CODE_STALE(DenyReason.CODE_STALE),

    /// Not as many digits as the PIN form has.
    PIN_FORM(DenyReason.UNKNOWN_CREDENTIAL),
    /// The last digits do not prove the first.
    PIN_WRONG(DenyReason.UNKNOWN_CREDENTIAL),

    EARLY(DenyReason.NOT_YET_VALID),
    EXPIRED(DenyReason.EXPIRED),
    REVOKED(DenyReason.PASS_REVOKED),
    USED_UP(DenyReason.PASS_USED_UP);

    private static final Catalogue MESSAGES = Catalogue.beside(PassFault.class, "faults");

    private final DenyReason reason;

    PassFault(DenyReason reason) {
        this.reason = reason;
    }

    /// What a gate gives as its reason.
    public DenyReason reason() {
        return reason;
    }

    /// What is wrong, for a person.
    public String describe(Locale language) {
        return MESSAGES.text(language, name(), List.of());
    }

    static PassFault of(Base45Fault fault) {
        return switch (fault) {
            case UNKNOWN_CHARACTER -> BASE45_UNKNOWN_CHARACTER;
            case CHARACTER_LEFT_OVER -> BASE45_CHARACTER_LEFT_OVER;
            case THREE_TOO_LARGE -> BASE45_THREE_TOO_LARGE;
            case TWO_TOO_LARGE -> BASE45_TWO_TOO_LARGE;
        };
    }

    static PassFault of(CborFault fault) {
        return switch (fault) {
            case TOO_LONG -> CBOR_TOO_LONG;
            case TOO_DEEP -> CBOR_TOO_DEEP;
            case TOO_MANY_ITEMS -> CBOR_TOO_MANY_ITEMS;
            case TRUNCATED -> CBOR_TRUNCATED;
            case TRAILING_BYTES -> CBOR_TRAILING_BYTES;
            case INDEFINITE_LENGTH -> CBOR_INDEFINITE_LENGTH;
            case NOT_SHORTEST -> CBOR_NOT_SHORTEST;
            case RESERVED -> CBOR_RESERVED;
            case NUMBER_TOO_LARGE -> CBOR_NUMBER_TOO_LARGE;
            case NOT_UTF_8 -> CBOR_NOT_UTF_8;
            case DUPLICATE_KEY -> CBOR_DUPLICATE_KEY;
            case KEYS_OUT_OF_ORDER -> CBOR_KEYS_OUT_OF_ORDER;
            case FLOAT -> CBOR_FLOAT;
            case SIMPLE_VALUE -> CBOR_SIMPLE_VALUE;
        };
    }

    /// Sound CBOR without what a signature needs. (What is unsound has its own fault.)
    static PassFault of(CoseFault fault) {
        return switch (fault) {
            case NOT_CBOR, WRONG_SHAPE -> WRONG_SHAPE;
            case WRONG_TAG -> WRONG_TAG;
            case UNPROTECTED_HEADER -> UNPROTECTED_HEADER;
            case ALGORITHM_CHANGED -> ALGORITHM_CHANGED;
            case UNKNOWN_CRITICAL_HEADER -> UNKNOWN_CRITICAL_HEADER;
            case UNEXPECTED_HEADER -> UNEXPECTED_HEADER;
            case WRONG_CONTENT_TYPE -> WRONG_CONTENT_TYPE;
            case UNKNOWN_KEY -> UNKNOWN_KEY;
            case WRONG_SIGNATURE -> WRONG_SIGNATURE;
        };
    }
}
