package org.menfang.gate.lamp;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.site.LampPlan;
import org.menfang.vocabulary.LampLight;

/// One lamp circuit as the controller believes it to be.
///
/// @param on whether it is switched on
/// @param flows whether current flows, as measured
/// @param whole whether the line is whole
/// @param dead whether it is on and current was awaited in vain
/// @param currentBy until when current is awaited; none if it is not
/// @param wholeAt when a cut line, found whole, is believed; none if it is not cut or not found
///   whole
public record Lamp(
        LampPlan plan,
        boolean on,
        boolean flows,
        boolean whole,
        boolean dead,
        @Nullable MonotonicTime currentBy,
        @Nullable MonotonicTime wholeAt) {

    /// A lamp as it is when the gate starts: off, with a whole line, until its sensors say
    /// otherwise.
    public static Lamp off(LampPlan plan) {
        return new Lamp(plan, false, false, true, false, null, null);
    }

    public Lamp switched(boolean next, MonotonicTime now) {
        return next == on
                ? this
                : new Lamp(plan, next, flows, whole, false, null, wholeAt).awaiting(now);
    }

    /// The sensor says whether current flows. A lamp that goes out is given its warm-up again,
    /// since a dip in the mains puts out a gas lamp for a while.
    public Lamp current(boolean next, MonotonicTime now) {
        return new Lamp(plan, on, next, whole, dead && !next, currentBy, wholeAt).awaiting(now);
    }

    /// The loop says whether the line is whole. A cut counts at once; that it is whole again counts
    /// once it stays so, so that a loose contact is one alarm and not many.
    public Lamp line(boolean next, MonotonicTime now) {
        if (!next) {
            return new Lamp(plan, on, flows, false, false, null, null);
        }
        return whole || wholeAt != null
                ? this
                : new Lamp(plan, on, flows, false, dead, null, now.plus(Limits.LINE_WHOLE));
    }

    public Lamp timeIsDue(MonotonicTime now) {
        if (wholeAt != null && !now.isBefore(wholeAt)) {
            return new Lamp(plan, on, flows, true, false, null, null).awaiting(now);
        }
        boolean inVain = currentBy != null && !now.isBefore(currentBy);
        return inVain ? new Lamp(plan, on, flows, whole, true, null, wholeAt) : this;
    }

    public MonotonicTime wakeAt() {
        return MonotonicTime.earliest(
                MonotonicTime.orNever(currentBy), MonotonicTime.orNever(wholeAt));
    }

    /// What it does, as far as it can be measured.
    public LampLight light() {
        if (!whole) {
            return LampLight.CUT;
        }
        if (!on) {
            return LampLight.OFF;
        }
        if (flows || !plan.sensesCurrent()) {
            return LampLight.BURNING;
        }
        return dead ? LampLight.DEAD : LampLight.STARTING;
    }

    /// Awaits current where it should flow and does not.
    private Lamp awaiting(MonotonicTime now) {
        boolean missing = on && whole && !flows && !dead && plan.sensesCurrent();
        if (!missing) {
            return new Lamp(plan, on, flows, whole, dead, null, wholeAt);
        }
        return currentBy != null
                ? this
                : new Lamp(plan, on, flows, whole, dead, now.plus(plan.warmUp()), wholeAt);
    }
}
