package org.menfang.cose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.cbor.CborLimits;
import org.menfang.cbor.CborRead;
import org.menfang.cbor.CborReader;
import org.menfang.cbor.CborValue;
import org.menfang.cbor.CborWriter;

/// The header that the signature covers: algorithm, key, and what kind of content it is.
///
/// @param signer which key signed
/// @param contentType what the payload is; empty if that is not said
record ProtectedHeader(KeyId signer, String contentType) {
    /// EdDSA (RFC 9053, section 2.2).
    private static final long ALGORITHM_EDDSA = -8;

    private static final long ALGORITHM = 1;
    private static final long CRITICAL = 2;
    private static final long CONTENT_TYPE = 3;
    private static final long KEY_ID = 4;

    private static final CborLimits LIMITS = new CborLimits(256, 2, 16);

    byte[] write() {
        CborValue.Entry algorithm =
                CborValue.Entry.of(ALGORITHM, new CborValue.Whole(ALGORITHM_EDDSA));
        CborValue.Entry keyId = CborValue.Entry.of(KEY_ID, new CborValue.Bytes(signer.bytes()));
        return CborWriter.write(
                contentType.isEmpty()
                        ? CborValue.Map.of(algorithm, keyId)
                        : CborValue.Map.of(
                                algorithm,
                                keyId,
                                CborValue.Entry.of(CONTENT_TYPE, new CborValue.Text(contentType))));
    }

    /// What became of the bytes of a header.
    sealed interface Reading {
        record Read(ProtectedHeader header) implements Reading {}

        record Refused(Sign1.Opening.Refused why) implements Reading {}
    }

    static Reading read(byte[] bytes) {
        return switch (CborReader.read(bytes, LIMITS)) {
            case CborRead.Read(CborValue.Map map) -> read(map);
            case CborRead.Read read -> refused(CoseFault.UNEXPECTED_HEADER);
            case CborRead.Refused(var fault, int _) ->
                    new Reading.Refused(new Sign1.Opening.Refused(CoseFault.NOT_CBOR, fault));
        };
    }

    private static Reading read(CborValue.Map map) {
        if (!new CborValue.Whole(ALGORITHM_EDDSA).equals(find(map, ALGORITHM))) {
            return refused(CoseFault.ALGORITHM_CHANGED);
        }
        CborValue critical = find(map, CRITICAL);
        if (critical != null && !isKnown(critical)) {
            return refused(CoseFault.UNKNOWN_CRITICAL_HEADER);
        }
        CborValue contentType = find(map, CONTENT_TYPE);
        CborValue keyId = find(map, KEY_ID);
        if (keyId == null) {
            return refused(CoseFault.UNKNOWN_KEY);
        }
        int expected = contentType == null ? 2 : 3;
        if (map.entries().size() == expected
                && (contentType == null || contentType instanceof CborValue.Text)
                && keyId instanceof CborValue.Bytes id
                && id.value().length == KeyId.BYTES) {
            String type = contentType instanceof CborValue.Text text ? text.value() : "";
            return new Reading.Read(new ProtectedHeader(KeyId.ofBytes(id.value()), type));
        }
        return refused(CoseFault.UNEXPECTED_HEADER);
    }

    /// Whether everything that is marked as critical is something that we know.
    private static boolean isKnown(CborValue critical) {
        List<CborValue> known =
                List.of(
                        new CborValue.Whole(ALGORITHM),
                        new CborValue.Whole(CONTENT_TYPE),
                        new CborValue.Whole(KEY_ID));
        return critical instanceof CborValue.Array(List<CborValue> labels)
                && known.containsAll(labels);
    }

    private static @Nullable CborValue find(CborValue.Map map, long key) {
        return map.find(key).orElse(null);
    }

    private static Reading refused(CoseFault fault) {
        return new Reading.Refused(new Sign1.Opening.Refused(fault, null));
    }
}
