package org.menfang.cose;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.cbor.CborFault;
import org.menfang.cbor.CborLimits;
import org.menfang.cbor.CborRead;
import org.menfang.cbor.CborReader;
import org.menfang.cbor.CborValue;
import org.menfang.cbor.CborWriter;

/// Bytes with one signature: COSE_Sign1, RFC 9052, section 4.2.
///
/// What is read is exactly what is written: tag 18, a protected header of algorithm, key identifier
/// and perhaps a content type, an empty unprotected header, the payload, an Ed25519 signature. So
/// two different texts of bytes never carry the same signed payload.
public final class Sign1 {
    private static final long TAG = 18;
    private static final int SIGNATURE_BYTES = 64;
    private static final int DEPTH_MAX = 4;
    private static final int ITEMS_MAX = 64;
    private static final CborValue.Bytes NOTHING_FROM_OUTSIDE = new CborValue.Bytes(new byte[0]);

    private Sign1() {}

    /// What became of bytes that somebody else wrote.
    public sealed interface Opening {
        /// @param signer the key that signed the payload
        @SuppressWarnings("ArrayRecordComponent") // A payload is handed over, never compared.
        record Opened(byte[] payload, KeyId signer) implements Opening {}

        /// @param malformed what is wrong with the CBOR; null where that is sound
        record Refused(CoseFault fault, @Nullable CborFault malformed) implements Opening {
            /// For the log: `NOT_CBOR (TRUNCATED)`.
            public String why() {
                return malformed == null ? fault.name() : fault + " (" + malformed + ")";
            }
        }
    }

    /// Signs a payload.
    ///
    /// @param contentType what the payload is, as a media type, so that a signature for one purpose
    ///   is never taken for another; empty where the key has one purpose only
    public static byte[] sign(byte[] payload, String contentType, SigningKey key) {
        byte[] header = new ProtectedHeader(key.id(), contentType).write();
        return CborWriter.write(
                new CborValue.Tagged(
                        TAG,
                        CborValue.Array.of(
                                new CborValue.Bytes(header),
                                CborValue.Map.of(),
                                new CborValue.Bytes(payload),
                                new CborValue.Bytes(signature(key, header, payload)))));
    }

    /// Opens what a key of the ring signed.
    ///
    /// @param contentType the one that was given when it was signed
    /// @param bytesMax longest text of bytes that is looked at
    public static Opening open(byte[] signed, String contentType, Keyring keys, int bytesMax) {
        return switch (CborReader.read(signed, new CborLimits(bytesMax, DEPTH_MAX, ITEMS_MAX))) {
            case CborRead.Refused(CborFault fault, int _) ->
                    new Opening.Refused(CoseFault.NOT_CBOR, fault);
            case CborRead.Read(CborValue.Tagged(long tag, CborValue value)) when tag == TAG ->
                    open(value, contentType, keys);
            case CborRead.Read read -> refused(CoseFault.WRONG_TAG);
        };
    }

    private static Opening open(CborValue value, String contentType, Keyring keys) {
        if (value instanceof CborValue.Array array
                && array.items().size() == 4
                && array.items().get(0) instanceof CborValue.Bytes header
                && array.items().get(1) instanceof CborValue.Map unprotected
                && array.items().get(2) instanceof CborValue.Bytes payload
                && array.items().get(3) instanceof CborValue.Bytes signature
                && signature.value().length == SIGNATURE_BYTES) {
            return unprotected.entries().isEmpty()
                    ? open(header.value(), payload.value(), signature.value(), contentType, keys)
                    : refused(CoseFault.UNPROTECTED_HEADER);
        }
        return refused(CoseFault.WRONG_SHAPE);
    }

    private static Opening open(
            byte[] header, byte[] payload, byte[] signature, String contentType, Keyring keys) {
        return switch (ProtectedHeader.read(header)) {
            case ProtectedHeader.Reading.Refused(Opening.Refused why) -> why;
            case ProtectedHeader.Reading.Read(ProtectedHeader(KeyId signer, String type)) -> {
                Optional<VerifyingKey> key = keys.find(signer);
                if (key.isEmpty()) {
                    yield refused(CoseFault.UNKNOWN_KEY);
                }
                if (!type.equals(contentType)) {
                    yield refused(CoseFault.WRONG_CONTENT_TYPE);
                }
                yield isGenuine(key.get(), header, payload, signature)
                        ? new Opening.Opened(payload, signer)
                        : refused(CoseFault.WRONG_SIGNATURE);
            }
        };
    }

    /// What the signature covers (RFC 9052, section 4.4).
    static byte[] signedBytes(byte[] header, byte[] payload) {
        return CborWriter.write(
                CborValue.Array.of(
                        new CborValue.Text("Signature1"),
                        new CborValue.Bytes(header),
                        NOTHING_FROM_OUTSIDE,
                        new CborValue.Bytes(payload)));
    }

    static byte[] signature(SigningKey key, byte[] header, byte[] payload) {
        try {
            Signature signer = Signature.getInstance(VerifyingKey.ALGORITHM);
            signer.initSign(key.key());
            signer.update(signedBytes(header, payload));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was made for signing signs", e);
        }
    }

    private static boolean isGenuine(
            VerifyingKey key, byte[] header, byte[] payload, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(VerifyingKey.ALGORITHM);
            verifier.initVerify(key.key());
            verifier.update(signedBytes(header, payload));
            return verifier.verify(signature);
        } catch (SignatureException e) {
            // 64 bytes that no key could have made, such as a number beyond the order of the curve.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read verifies", e);
        }
    }

    private static Opening.Refused refused(CoseFault fault) {
        return new Opening.Refused(fault, null);
    }
}
