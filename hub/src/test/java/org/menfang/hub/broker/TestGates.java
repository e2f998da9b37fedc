package org.menfang.hub.broker;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import javax.net.ssl.SSLContext;
import org.menfang.hub.trust.Trust;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.TlsContexts;
import org.menfang.wire.GateIdentity;

/// Enrols gates for tests.
public final class TestGates {
    private TestGates() {}

    /// The TLS of a gate that has just enrolled.
    public static SSLContext enrol(Trust trust, String name) throws Exception {
        return TlsContexts.of(keys(trust, name), trust.authority());
    }

    /// The TLS of somebody who trusts one hub and shows a certificate of another.
    public static SSLContext stranger(Trust issuer, String name, Trust hub) throws Exception {
        return InsistingKeys.context(keys(issuer, name), hub.authority());
    }

    private static KeyHolder keys(Trust trust, String name) throws Exception {
        GateIdentity gate = GateIdentity.parse(name).orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        KeyPair logKeys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new KeyHolder(
                keys.getPrivate(), trust.enrol(gate, keys.getPublic(), logKeys.getPublic()));
    }
}
