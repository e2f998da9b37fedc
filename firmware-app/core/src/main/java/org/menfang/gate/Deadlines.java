package org.menfang.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.menfang.vocabulary.TimeTrust;

/// When the gate is to be woken, though nothing comes from outside.
///
/// Deadlines go by monotonic time, and their time is known. Borders, such as dusk, go by the wall
/// clock, which may be set, or run at another pace: when one comes is expected, and the clock is
/// looked at now and then, which is no step.
final class Deadlines {
    private final Timekeeper timekeeper;
    private final List<Timed> timed;
    private MonotonicTime deadline = MonotonicTime.START;
    private Instant border = Instant.MAX;
    private MonotonicTime lookAt = MonotonicTime.NEVER;
    private Instant stepWall = Instant.MIN;
    private TimeTrust stepTrust = TimeTrust.TRUSTED;

    Deadlines(Timekeeper timekeeper, List<Timed> timed) {
        this.timekeeper = timekeeper;
        this.timed = timed;
    }

    /// Finds what is due next, after a step.
    ///
    /// @param now the moment of the step
    void find(Moment now) {
        deadline = MonotonicTime.NEVER;
        border = timekeeper.wakeAtWall();
        for (Timed each : timed) {
            deadline = MonotonicTime.earliest(deadline, each.wakeAt());
            border = earliest(border, each.wakeAtWall());
        }
        stepWall = now.wall();
        stepTrust = now.trust();
        expectBorder(now);
    }

    /// Nothing will ever be due.
    void end() {
        deadline = MonotonicTime.NEVER;
        lookAt = MonotonicTime.NEVER;
    }

    /// Looks at both clocks. Whether something is due: a deadline has come, or a border; or the
    /// wall clock went back, or is trusted otherwise than it was.
    boolean look(Moment now) {
        expectBorder(now);
        return !now.monotonic().isBefore(deadline)
                || !now.wall().isBefore(border)
                || now.wall().isBefore(stepWall)
                || now.trust() != stepTrust;
    }

    /// When to look next, if nothing comes before.
    MonotonicTime wakeAt() {
        return MonotonicTime.earliest(deadline, lookAt);
    }

    /// Lets those do what is due who have something due. A clock that went back may be before what
    /// anybody expected.
    void timeIsDue(Turn turn) {
        Instant wall = turn.now().wall();
        boolean wentBack = wall.isBefore(stepWall);
        for (Timed each : timed) {
            if (wentBack || turn.isDue(each.wakeAt()) || !wall.isBefore(each.wakeAtWall())) {
                each.timeIsDue(turn);
            }
        }
    }

    private void expectBorder(Moment now) {
        Instant latest = now.wall().plus(Limits.WALL_LOOK);
        Duration left = Duration.between(now.wall(), earliest(border, latest));
        lookAt = now.monotonic().plus(left.isNegative() ? Duration.ZERO : left);
    }

    private static Instant earliest(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }
}
