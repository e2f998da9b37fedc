package org.menfang.gate.osdp;

import java.security.MessageDigest;
import java.util.Optional;

/// The beginning of a secure channel: each side shows the other that it knows the key, without
/// telling it.
final class Handshake {
    private final BaseKey key;
    private final byte[] random;
    private final SessionKeys keys;

    /// @param random 8 bytes that nobody can foretell
    Handshake(BaseKey key, byte[] random) {
        this.key = key;
        this.random = random.clone();
        this.keys = SessionKeys.of(key, random);
    }

    /// The reader knows the key; now it is to believe that the panel does too.
    ///
    /// @param cryptogram the panel's
    @SuppressWarnings("ArrayRecordComponent") // It is sent, never compared.
    record Proof(SessionKeys keys, byte[] cryptogram) {
        PanelCommand command() {
            return new PanelCommand.Prove(cryptogram);
        }

        /// The session; empty where the reader begins with another MAC.
        Optional<SecureSession> session(ReaderReply.FirstMac first) {
            byte[] expected = keys.firstMac(cryptogram);
            return MessageDigest.isEqual(expected, first.mac())
                    ? Optional.of(new SecureSession(keys, expected))
                    : Optional.empty();
        }
    }

    /// Which key both sides use, as the packets say it.
    int keySet() {
        return key.isDefault() ? SecurityBlock.DEFAULT_KEY : SecurityBlock.OWN_KEY;
    }

    PanelCommand command() {
        return new PanelCommand.Challenge(random);
    }

    /// Whether the reader knows the key.
    Optional<Proof> answered(ReaderReply.Cryptogram reply) {
        byte[] expected = keys.cryptogram(random, reply.random());
        return MessageDigest.isEqual(expected, reply.cryptogram())
                ? Optional.of(new Proof(keys, keys.cryptogram(reply.random(), random)))
                : Optional.empty();
    }
}
