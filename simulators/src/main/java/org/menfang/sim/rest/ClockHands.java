package org.menfang.sim.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.json.JsonTree;
import org.menfang.sim.time.SimulationClock;
import org.menfang.vocabulary.TimeTrust;

/// Hands on the clock of the compound and on the clock of the gate.
final class ClockHands {
    private static final long SKIP_SECONDS_MAX = 31L * 24 * 3600;

    private final SimulationClock clock;

    ClockHands(SimulationClock clock) {
        this.clock = clock;
    }

    /// `speed` and `skip` change the day for everybody; `step`, `set`, `right`, `distrust` and
    /// `trust` change what the gate believes.
    Reply act(String act, JsonTree json) {
        Bodies.ClockBody body = Bodies.read(json, Bodies.ClockBody.class);
        switch (act) {
            case "speed" -> clock.setSpeed(given(body.speed(), "speed"));
            case "skip" -> clock.skip(Duration.ofSeconds(skipped(body)));
            case "step" -> clock.setError(Duration.ofSeconds(given(body.seconds(), "seconds")));
            case "set" -> clock.setError(Duration.between(clock.world(), time(body)));
            case "right" -> clock.setError(Duration.ZERO);
            case "distrust" -> clock.setTrust(TimeTrust.UNTRUSTED);
            case "trust" -> clock.setTrust(TimeTrust.TRUSTED);
            default -> throw Hands.noAct(act, "speed, skip, step, set, right, distrust, trust");
        }
        return Reply.done("the gate's clock says " + clock.now().wall());
    }

    private static long skipped(Bodies.ClockBody body) {
        long seconds = given(body.seconds(), "seconds");
        if (seconds < 0 || seconds > SKIP_SECONDS_MAX) {
            throw new Refusal(Reply.BAD, "seconds lies between 0 and " + SKIP_SECONDS_MAX);
        }
        return seconds;
    }

    private static Instant time(Bodies.ClockBody body) {
        try {
            return Instant.parse(given(body.time(), "time"));
        } catch (DateTimeException e) {
            throw new Refusal(Reply.BAD, "time is no instant such as 1970-01-01T00:00:00Z");
        }
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new Refusal(Reply.BAD, "\"" + name + "\" is missing");
        }
        return value;
    }
}
