package org.menfang.pass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.base45.Base45;
import org.menfang.base45.Base45Fault;
import org.menfang.cbor.CborFault;
import org.menfang.cose.CoseFault;
import org.menfang.cose.KeyId;
import org.menfang.cose.Keyring;
import org.menfang.cose.Sign1;
import org.menfang.cose.VerifyingKey;
import org.menfang.rules.PassIssuer;
import org.menfang.vocabulary.CompoundId;

/// Reads the passes of one compound, all by itself: whether an accepted issuer signed it, for this
/// compound, and what it says. It knows no time and no place; whether the pass opens here and now
/// is decided from what it says.
public final class PassReader {
    /// Longest text that is looked at: that of a pass which names as many places as it may.
    public static final int TEXT_CHARS_MAX = 1_000;

    /// Longest signed pass.
    public static final int BYTES_MAX = 640;

    /// A signed pass says nothing of its kind: an issuer's key signs passes and nothing else.
    static final String CONTENT_TYPE = "";

    private final CompoundId compound;
    private final Keyring keys;
    private final Map<KeyId, PassIssuer> issuers = new HashMap<>();

    /// @param issuers whose passes the compound accepts, or accepted once
    public PassReader(CompoundId compound, List<PassIssuer> issuers) {
        this.compound = compound;
        for (PassIssuer issuer : issuers) {
            key(issuer).ifPresent(key -> this.issuers.putIfAbsent(key.id(), issuer));
        }
        this.keys = Keyring.of(issuers.stream().flatMap(issuer -> key(issuer).stream()).toList());
    }

    /// The key of an issuer; empty if its 32 bytes are no key.
    public static Optional<VerifyingKey> key(PassIssuer issuer) {
        return VerifyingKey.read(issuer.publicKeyBytes());
    }

    /// Reads the text of a QR code. The code of a pass that rotates is found, but not checked.
    public PassReading read(String text) {
        if (text.length() > TEXT_CHARS_MAX) {
            return refused(PassFault.TEXT_TOO_LONG);
        }
        PassText parts = PassText.read(text);
        if (parts == null) {
            return refused(PassFault.NOT_A_PASS);
        }
        return switch (Base45.decode(parts.base45())) {
            case Base45.Decoded.Refused(Base45Fault fault, int _) -> refused(PassFault.of(fault));
            case Base45.Decoded.Bytes(byte[] bytes) -> withCode(read(bytes), parts.code());
        };
    }

    /// Reads a signed pass as bytes, without its code.
    public PassReading read(byte[] signed) {
        return switch (Sign1.open(signed, CONTENT_TYPE, keys, BYTES_MAX)) {
            case Sign1.Opening.Opened(byte[] payload, KeyId signer) -> claims(payload, signer);
            case Sign1.Opening.Refused(CoseFault fault, CborFault malformed) ->
                    refused(malformed == null ? PassFault.of(fault) : PassFault.of(malformed));
        };
    }

    private PassReading claims(byte[] payload, KeyId signer) {
        PassIssuer issuer = issuers.get(signer);
        if (issuer == null) {
            throw new IllegalStateException("a key without an issuer: " + signer);
        }
        return switch (Claims.read(payload)) {
            case Claims.Reading.Refused(PassFault fault) ->
                    refused(issuer.revoked() ? PassFault.ISSUER_REVOKED : fault);
            case Claims.Reading.Read(Pass pass) -> {
                if (issuer.revoked()) {
                    yield new PassReading.Refused(PassFault.ISSUER_REVOKED, pass.id());
                }
                yield pass.compound().equals(compound)
                        ? new PassReading.Read(pass, issuer, null)
                        : new PassReading.Refused(PassFault.FOREIGN_COMPOUND, pass.id());
            }
        };
    }

    private static PassReading withCode(PassReading reading, @Nullable String code) {
        if (!(reading instanceof PassReading.Read read)) {
            return reading;
        }
        return switch (read.pass().type()) {
            case PAPER -> code == null ? read : refused(PassFault.CODE_NOT_EXPECTED);
            case ROTATING ->
                    code == null
                            ? new PassReading.Refused(PassFault.CODE_MISSING, read.pass().id())
                            : new PassReading.Read(read.pass(), read.issuer(), code);
        };
    }

    private static PassReading refused(PassFault fault) {
        return new PassReading.Refused(fault, null);
    }
}
