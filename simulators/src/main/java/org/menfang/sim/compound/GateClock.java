package org.menfang.sim.compound;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.port.TimeSource;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.Timeline;
import org.menfang.vocabulary.TimeTrust;

/// The clock of one gate: its wall clock may be wrong and drift, its monotonic clock begins anew
/// with each start.
public final class GateClock implements TimeSource {
    private static final double MILLION = 1e6;

    private final Timeline timeline;
    private final SimulationClock world;
    private Duration error = Duration.ZERO;
    private double driftPartsInAMillion;
    private MonotonicTime driftsSince = MonotonicTime.START;
    private MonotonicTime startedAt = MonotonicTime.START;
    private TimeTrust trust = TimeTrust.TRUSTED;
    private boolean set = true;
    private @Nullable Instant endedAt;

    GateClock(Timeline timeline, SimulationClock world) {
        this.timeline = timeline;
        this.world = world;
    }

    /// The program starts. Without a battery the wall clock goes on from where it ended.
    void begin() {
        startedAt = timeline.now();
        Instant ended = endedAt;
        if (ended != null) {
            endedAt = null;
            setTo(ended);
            unset();
        }
    }

    /// The power goes, and with it the time.
    void end() {
        if (endedAt == null) {
            endedAt = world.world().plus(error());
        }
    }

    /// Has the clock begin there at the next start, and not where it ended.
    void beginsAt(Instant time) {
        endedAt = time;
    }

    /// Whether somebody has told it the time since power came.
    boolean isSet() {
        return set;
    }

    private void unset() {
        set = false;
        trust = TimeTrust.UNTRUSTED;
    }

    /// The network tells it the time.
    void told() {
        if (!set) {
            mend();
        }
    }

    /// What the gate's own time is on the timeline of the world.
    MonotonicTime onTimeline(MonotonicTime ofGate) {
        return new MonotonicTime(startedAt.nanos() + ofGate.nanos());
    }

    @Override
    public Moment now() {
        MonotonicTime now = timeline.now();
        Instant wall = world.world().plus(error()).truncatedTo(ChronoUnit.MILLIS);
        return new Moment(wall, new MonotonicTime(now.nanos() - startedAt.nanos()), trust);
    }

    /// By how much the wall clock is ahead of the world.
    public Duration error() {
        long passed = timeline.now().nanos() - driftsSince.nanos();
        return error.plusNanos(Math.round(passed * driftPartsInAMillion / MILLION));
    }

    public TimeTrust trust() {
        return trust;
    }

    /// Sets the wall clock wrong by so much; from then on it keeps the pace of the world.
    public void setError(Duration aheadBy) {
        error = aheadBy;
        driftPartsInAMillion = 0;
        driftsSince = timeline.now();
    }

    /// Sets it to a time of its own choice, such as 1970.
    public void setTo(Instant time) {
        setError(Duration.between(world.world(), time));
    }

    /// From now on it gains so much.
    public void drift(double partsInAMillion) {
        error = error();
        driftPartsInAMillion = partsInAMillion;
        driftsSince = timeline.now();
    }

    /// What the system believes of it. Nobody believes a clock that was not set since power came.
    public void setTrust(TimeTrust believed) {
        trust = believed;
    }

    /// It is right again, and known to be.
    public void mend() {
        set = true;
        setError(Duration.ZERO);
        setTrust(TimeTrust.TRUSTED);
    }
}
