package org.menfang.hub.ingest;

import java.util.Optional;
import org.menfang.vocabulary.Sha256;

/// Tells what an event of a stream hashes to that the hub already holds.
@FunctionalInterface
public interface StoredHashes {
    /// Empty where the event is missing.
    Optional<Sha256> of(long seq);
}
