package org.menfang.gate.watch;

import java.time.Duration;

/// How long each part may be silent before the gate counts as wedged.
///
/// @param loop a step takes milliseconds, and an adapter may take seconds to answer once
/// @param journal a worn card may take long for one write; doors do not wait for it
/// @param readers may wait for a slow bus
/// @param look how often all of them are looked at
public record WatchLimits(Duration loop, Duration journal, Duration readers, Duration look) {
    public static final WatchLimits STANDARD =
            new WatchLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(1));

    public WatchLimits {
        if (loop.compareTo(look) <= 0
                || journal.compareTo(look) <= 0
                || readers.compareTo(look) <= 0
                || !look.isPositive()) {
            throw new IllegalArgumentException("each limit is longer than the time between looks");
        }
    }

    Duration of(Vital vital) {
        return switch (vital) {
            case LOOP -> loop;
            case JOURNAL -> journal;
            case READERS -> readers;
        };
    }
}
