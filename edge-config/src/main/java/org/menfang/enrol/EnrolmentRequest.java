package org.menfang.enrol;

/// What a gate asks of the hub when it joins.
///
/// @param code as a person typed it
/// @param tlsKey public key on P-256 for its connections, X.509 in Base64
/// @param logKey public Ed25519 key that signs its log, X.509 in Base64
public record EnrolmentRequest(String code, String tlsKey, String logKey) {
    /// Where it goes.
    public static final String PATH = "/device/v1/enrol";
}
