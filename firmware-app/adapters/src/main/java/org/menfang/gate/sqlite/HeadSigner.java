package org.menfang.gate.sqlite;

/// Signs the heads of streams with the gate's own key.
@FunctionalInterface
public interface HeadSigner {
    /// The Ed25519 signature of a text in UTF-8, in Base64.
    String sign(String text);
}
