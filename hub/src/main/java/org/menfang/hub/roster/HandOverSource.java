package org.menfang.hub.roster;

import java.time.Instant;
import java.util.List;

/// An area that knows things which the next shift has to know. Any thread may call it.
@FunctionalInterface
public interface HandOverSource {
    /// What is open now, the most urgent first.
    List<HandOverItem> open(Instant now);
}
