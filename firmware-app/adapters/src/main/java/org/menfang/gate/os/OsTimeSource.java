package org.menfang.gate.os;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.port.TimeSource;
import org.menfang.vocabulary.TimeTrust;

/// The time of this machine, and how far its wall clock may be believed.
///
/// The wall clock is trusted when all of this holds:
/// 1. it is not before the day on which this software was made;
/// 2. a time server keeps it in step now or did so within {@link #HOLDOVER}, or a hardware clock
///    set it at boot;
/// 3. it has not stepped back by more than {@link #STEP_BACK_MAX} since, seen against the monotonic
///    clock. After such a step only a time server restores the trust: a hardware clock may be the
///    one that was set wrong.
///
/// Steps forward need no rule of their own: they revive nothing, and a clock that was behind is set
/// like that. Any thread may ask.
public final class OsTimeSource implements TimeSource {
    /// The largest step back that is taken for the work of a time server.
    public static final Duration STEP_BACK_MAX = Duration.ofSeconds(2);

    /// How long a clock is believed that no time server keeps in step any more. At 50 ppm, worse
    /// than any board's crystal, it is then wrong by half a minute; validity is to the minute.
    public static final Duration HOLDOVER = Duration.ofDays(7);

    /// How often the witness is asked.
    static final Duration WITNESS_EVERY = Duration.ofSeconds(10);

    private final InstantSource wallClock;
    private final LongSupplier nanoTime;
    private final ClockWitness witness;
    private final Instant madeAt;
    private final long startNanos;

    private Instant lastWall;
    private long lastNanos;
    private long askAtNanos;
    private @Nullable Long synchronisedAtNanos;
    private boolean setByHardwareClock;
    private boolean steppedBack;

    OsTimeSource(
            InstantSource wallClock, LongSupplier nanoTime, ClockWitness witness, Instant madeAt) {
        this.wallClock = wallClock;
        this.nanoTime = nanoTime;
        this.witness = witness;
        this.madeAt = madeAt;
        startNanos = nanoTime.getAsLong();
        lastWall = wallClock.instant();
        lastNanos = 0;
    }

    /// The time of this machine.
    ///
    /// @param madeAt when this software was built
    public static OsTimeSource ofThisMachine(Instant madeAt) {
        return new OsTimeSource(
                InstantSource.system(),
                System::nanoTime,
                LinuxClockWitness.ofThisMachine(),
                madeAt);
    }

    @Override
    public synchronized Moment now() {
        long nanos = nanoTime.getAsLong() - startNanos;
        Instant wall = wallClock.instant();
        noticeStep(wall, nanos);
        if (nanos >= askAtNanos) {
            ask(nanos);
        }
        return new Moment(
                wall,
                new MonotonicTime(nanos),
                isTrusted(wall, nanos) ? TimeTrust.TRUSTED : TimeTrust.UNTRUSTED);
    }

    private void noticeStep(Instant wall, long nanos) {
        Instant expected = lastWall.plusNanos(nanos - lastNanos);
        if (wall.isBefore(expected.minus(STEP_BACK_MAX))) {
            steppedBack = true;
            synchronisedAtNanos = null;
            askAtNanos = nanos;
        }
        lastWall = wall;
        lastNanos = nanos;
    }

    private void ask(long nanos) {
        switch (witness.ask()) {
            case SYNCHRONISED -> {
                synchronisedAtNanos = nanos;
                steppedBack = false;
            }
            case SET_BY_HARDWARE_CLOCK -> setByHardwareClock = true;
            case NONE -> setByHardwareClock = false;
        }
        askAtNanos = nanos + WITNESS_EVERY.toNanos();
    }

    private boolean isTrusted(Instant wall, long nanos) {
        if (wall.isBefore(madeAt) || steppedBack) {
            return false;
        }
        Long synchronisedAt = synchronisedAtNanos;
        boolean heldOver = synchronisedAt != null && nanos - synchronisedAt <= HOLDOVER.toNanos();
        return heldOver || setByHardwareClock;
    }
}
