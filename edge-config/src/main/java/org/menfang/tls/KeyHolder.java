package org.menfang.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// A private key, and the certificates that say whose it is, the holder's own first.
public record KeyHolder(PrivateKey key, List<X509Certificate> chain) {
    public KeyHolder {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }
}
