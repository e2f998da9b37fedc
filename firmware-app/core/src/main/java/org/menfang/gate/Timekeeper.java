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

    Timekeeper(ZoneId zone, @Nullable Instant lastEventTime) {
        this.zone = zone;
        passed = lastEventTime == null ? Instant.EPOCH : lastEventTime;
    }

    /// The moment as it may be believed.
    Moment judge(Moment told) {
        if (!told.isTrusted()) {
            return told;
        }
        if (told.wall().isBefore(passed.minus(Limits.STEP_BACK_MAX))) {
            return new Moment(told.wall(), told.monotonic(), TimeTrust.UNTRUSTED);
        }
        if (told.wall().isAfter(passed)) {
            passed = told.wall();
        }
        return told;
    }

    KnownTime known(Moment judged) {
        Instant wall = judged.wall().truncatedTo(ChronoUnit.MILLIS);
        return new KnownTime(wall, judged.isTrusted(), passed, LocalDateTime.ofInstant(wall, zone));
    }
}
