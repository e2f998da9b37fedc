package org.menfang.gate;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.rule.KnownTime;
import org.menfang.vocabulary.TimeTrust;

/// Watches the wall clock. It keeps the latest time that a trusted clock ever showed: a clock that
/// falls behind it has stepped back and is not believed until it has caught up, whoever vouches for
/// it.
final class Timekeeper {
    private final ZoneId zone;
    private Instant passed;
    private boolean steppedBack;

    Timekeeper(ZoneId zone, @Nullable Instant lastEventTime) {
        this.zone = zone;
        passed = lastEventTime == null ? Instant.EPOCH : lastEventTime;
    }

    /// The moment as it may be believed.
    Moment judge(Moment told) {
        steppedBack = told.isTrusted() && told.wall().isBefore(caughtUp());
        if (steppedBack) {
            return new Moment(told.wall(), told.monotonic(), TimeTrust.UNTRUSTED);
        }
        if (told.isTrusted() && told.wall().isAfter(passed)) {
            passed = told.wall();
        }
        return told;
    }

    /// When a clock that has stepped back is believed again; {@link Instant#MAX} for one that has
    /// not.
    Instant wakeAtWall() {
        return steppedBack ? caughtUp() : Instant.MAX;
    }

    private Instant caughtUp() {
        return passed.minus(Limits.STEP_BACK_MAX);
    }

    KnownTime known(Moment judged) {
        Instant wall = judged.wall().truncatedTo(ChronoUnit.MILLIS);
        return new KnownTime(wall, judged.isTrusted(), passed, LocalDateTime.ofInstant(wall, zone));
    }
}
