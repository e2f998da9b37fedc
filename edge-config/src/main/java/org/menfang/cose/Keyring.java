package org.menfang.cose;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The keys whose signatures are accepted, by their identifiers.
public final class Keyring {
    private final SortedMap<KeyId, VerifyingKey> keys = new TreeMap<>();

    private Keyring(Collection<VerifyingKey> keys) {
        keys.forEach(key -> this.keys.putIfAbsent(key.id(), key));
    }

    public static Keyring of(Collection<VerifyingKey> keys) {
        return new Keyring(keys);
    }

    public Optional<VerifyingKey> find(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }
}
