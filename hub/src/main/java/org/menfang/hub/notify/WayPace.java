package org.menfang.hub.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// How fast a way may go now.
///
/// @param attempts the latest tries, the oldest first; never more than a minute may have
/// @param failures how many tries failed in a row
/// @param restUntil it is left alone until then, since it failed
/// @param closedUntil its server asked to be left alone until then
record WayPace(List<Instant> attempts, int failures, Instant restUntil, Instant closedUntil) {
    static final WayPace FRESH = new WayPace(List.of(), 0, Instant.MIN, Instant.MIN);

    WayPace {
        attempts = List.copyOf(attempts);
    }

    WayPace tried(Instant now) {
        List<Instant> all = Stream.concat(attempts.stream(), Stream.of(now)).toList();
        int from = Math.max(0, all.size() - Pacing.MESSAGES_A_MINUTE_MAX);
        return new WayPace(all.subList(from, all.size()), failures, restUntil, closedUntil);
    }

    WayPace succeeded() {
        return new WayPace(attempts, 0, Instant.MIN, Instant.MIN);
    }

    WayPace failed(Instant restUntilNow) {
        return new WayPace(attempts, failures + 1, restUntilNow, closedUntil);
    }

    WayPace closed(Instant until) {
        return new WayPace(attempts, failures, restUntil, until);
    }

    /// The tries within a time before now; none from a clock that was set back since.
    List<Instant> attemptsSince(Instant now, Duration before) {
        return attempts.stream()
                .filter(at -> at.isAfter(now.minus(before)) && !at.isAfter(now))
                .toList();
    }
}
