package org.menfang.gate.reader;

import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;

/// How many denials may still be written one by one.
///
/// @param left as of `since`, up to {@link Limits#DENIAL_BURST_MAX}
record Allowance(int left, MonotonicTime since) {
    static final Allowance FULL = new Allowance(Limits.DENIAL_BURST_MAX, MonotonicTime.START);

    /// What is left now.
    Allowance at(MonotonicTime now) {
        long refills = since.until(now).dividedBy(Limits.DENIAL_REFILL);
        if (refills + left >= Limits.DENIAL_BURST_MAX) {
            return new Allowance(Limits.DENIAL_BURST_MAX, now);
        }
        return refills == 0
                ? this
                : new Allowance(
                        left + (int) refills,
                        since.plus(Limits.DENIAL_REFILL.multipliedBy(refills)));
    }

    boolean isUsedUp() {
        return left == 0;
    }

    Allowance lessOne() {
        return new Allowance(left - 1, since);
    }
}
