package org.menfang.wire;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;

/// What the hub holds of a stream, committed: all events up to `seq`.
///
/// @param seq the last event it holds; 0 for none
/// @param hash what that event hashes to; {@link Sha256#ZERO} for none
/// @param eventsPerSecondMax how fast the hub asks the gate to drain its backlog; none for no wish
public record Acknowledgement(
        EventStream stream, long seq, Sha256 hash, @Nullable Integer eventsPerSecondMax) {
    public Acknowledgement {
        if (seq < 0) {
            throw new IllegalArgumentException("the hub cannot hold less than nothing: " + seq);
        }
        if (eventsPerSecondMax != null && eventsPerSecondMax < 1) {
            throw new IllegalArgumentException(
                    "a drain rate is at least one event a second: " + eventsPerSecondMax);
        }
    }
}
