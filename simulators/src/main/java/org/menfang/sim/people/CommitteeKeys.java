package org.menfang.sim.people;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.menfang.cose.SigningKey;
import org.menfang.rules.SecretKey;
import org.menfang.sim.time.Chance;

/// The keys of the simulated committee. They come from the seed, so that whoever writes the rules
/// has the same keys as whoever hands out passes. Real keys are drawn, and never shared.
record CommitteeKeys(
        SecretKey pinKey, SecretKey rotationKey, SecretKey pinPassKey, SigningKey passKey) {
    private static final int SECRET_BYTES = 32;
    private static final int ED25519_BITS = 255;

    static CommitteeKeys of(long seed) {
        return new CommitteeKeys(
                secret(seed, "pin key"),
                secret(seed, "rotation key"),
                secret(seed, "pin pass key"),
                signing(Chance.of(seed, "pass key")));
    }

    private static SecretKey secret(long seed, String purpose) {
        byte[] bytes = Chance.of(seed, purpose).bytes(SECRET_BYTES);
        return new SecretKey(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    private static SigningKey signing(Chance chance) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(ED25519_BITS, new Drawn(chance));
            return SigningKey.of(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of today has Ed25519", e);
        }
    }

    /// Chance in the form that the platform's key generators ask for.
    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final transient Chance chance;

        Drawn(Chance chance) {
            this.chance = chance;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(chance.bytes(bytes.length), 0, bytes, 0, bytes.length);
        }
    }
}
