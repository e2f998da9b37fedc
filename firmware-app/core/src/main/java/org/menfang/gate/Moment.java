package org.menfang.gate;

import java.time.Instant;
import org.menfang.vocabulary.TimeTrust;

/// Now, by both clocks, and how far the wall clock may be believed.
///
/// @param wall the wall clock: schedules, validity and records use it
/// @param monotonic time since the start: durations use it
/// @param trust how far `wall` may be believed
public record Moment(Instant wall, MonotonicTime monotonic, TimeTrust trust) {
    /// What the wall clock will show at another time, if nobody sets it.
    public Instant wallOf(MonotonicTime time) {
        return wall.plus(monotonic.until(time));
    }

    public boolean isTrusted() {
        return trust == TimeTrust.TRUSTED;
    }
}
