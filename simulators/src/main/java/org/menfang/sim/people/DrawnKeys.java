package org.menfang.sim.people;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import org.menfang.cose.SigningKey;
import org.menfang.sim.time.Chance;

/// Signing keys that come from a seed, so that what is signed is the same in every run. Real keys
/// are drawn, and never shared.
public final class DrawnKeys {
    private static final int ED25519_BITS = 255;

    private DrawnKeys() {}

    public static SigningKey signing(Chance chance) {
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
