package org.menfang.hub.ingest;

import java.security.PublicKey;
import java.util.Optional;
import org.menfang.wire.GateIdentity;

/// Knows the keys with which gates sign the heads of their streams.
@FunctionalInterface
public interface LogKeys {
    /// Nobody's key is known.
    LogKeys NONE = gate -> Optional.empty();

    /// Empty where the gate never told its key.
    Optional<PublicKey> of(GateIdentity gate);
}
