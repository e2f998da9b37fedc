package org.menfang.enrol;

import java.util.List;

/// What the hub answers to a gate that joined.
///
/// @param name whom the certificate names: `compound/gate`
/// @param certificates the gate's own, then the authority's, in PEM
/// @param rulesKeys whose rule sets the gate is to accept: public Ed25519 keys, 32 bytes each, in
///   Base64
public record EnrolmentAnswer(String name, String certificates, List<String> rulesKeys) {
    /// A gate accepts the rules of so many keys.
    public static final int RULES_KEYS_MAX = 16;

    public EnrolmentAnswer {
        rulesKeys = List.copyOf(rulesKeys);
    }
}
