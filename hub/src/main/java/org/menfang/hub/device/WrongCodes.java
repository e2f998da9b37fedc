package org.menfang.hub.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// Counts wrong codes, from wherever they come, and says when it is too many to listen on. A code
/// has 128 bits, so this only keeps guessers from keeping the hub busy.
final class WrongCodes {
    static final int WRONG_CODES_MAX = 20;
    static final Duration WITHIN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Deque<Instant> wrong = new ArrayDeque<>();

    WrongCodes(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void count() {
        wrong.add(clock.instant());
    }

    synchronized boolean areTooMany() {
        Instant horizon = clock.instant().minus(WITHIN);
        while (!wrong.isEmpty() && !wrong.getFirst().isAfter(horizon)) {
            wrong.removeFirst();
        }
        return wrong.size() >= WRONG_CODES_MAX;
    }
}
