package org.menfang.cose;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;

/// Both halves of an Ed25519 key.
///
/// @param verifying the public half
/// @param key the private half, of the Java platform
public record SigningKey(VerifyingKey verifying, PrivateKey key) {
    /// Makes a new key.
    public static SigningKey make() {
        try {
            return of(KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of today has Ed25519", e);
        }
    }

    /// @throws IllegalArgumentException if these are not Ed25519 keys
    public static SigningKey of(KeyPair keys) {
        return new SigningKey(VerifyingKey.of(keys.getPublic()), keys.getPrivate());
    }

    public KeyId id() {
        return verifying.id();
    }

    /// Without the private half: this may stand in a log.
    @Override
    public String toString() {
        return "signing key " + id();
    }
}
