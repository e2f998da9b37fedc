package org.menfang.sim.compound;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/// The simulated network encrypts nothing, but a link is not opened without keys.
final class Tls {
    static final SSLContext UNUSED = context();

    private Tls() {}

    private static SSLContext context() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has a TLS context", e);
        }
    }
}
