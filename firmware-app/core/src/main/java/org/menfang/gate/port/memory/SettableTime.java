package org.menfang.gate.port.memory;

import java.time.Duration;
import java.time.Instant;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.port.TimeSource;
import org.menfang.vocabulary.TimeTrust;

/// A clock that goes when it is told to.
public final class SettableTime implements TimeSource {
    private Moment now;

    /// Begins at a wall time, trusted, with a monotonic clock at its start.
    public SettableTime(Instant wall) {
        now = new Moment(wall, MonotonicTime.START, TimeTrust.TRUSTED);
    }

    @Override
    public Moment now() {
        return now;
    }

    /// Lets time pass on both clocks.
    public void pass(Duration duration) {
        now = new Moment(now.wall().plus(duration), now.monotonic().plus(duration), now.trust());
    }

    /// Sets the wall clock alone.
    public void setWall(Instant wall, TimeTrust trust) {
        now = new Moment(wall, now.monotonic(), trust);
    }
}
