package org.menfang.hub.incident;

import java.security.GeneralSecurityException;
import java.security.Signature;
import org.menfang.cose.SigningKey;
import org.menfang.tls.Pem;

/// Signs what leaves the hub, so that whoever gets it can tell that it is from here and whole.
public record EvidenceKey(SigningKey key) {
    private static final String ALGORITHM = "Ed25519";

    /// The other half, for whoever checks a signature.
    public String publicPem() {
        return Pem.block("PUBLIC KEY", key.verifying().key().getEncoded());
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.key());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
