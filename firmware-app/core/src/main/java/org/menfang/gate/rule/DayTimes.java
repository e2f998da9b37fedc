package org.menfang.gate.rule;

import java.util.BitSet;
import org.menfang.rules.WeeklySchedule;

/// The stretches of time that begin on one day, one bit for each minute: those of the day itself,
/// and those that go on over midnight.
final class DayTimes {
    private final BitSet minutes = new BitSet(WeeklySchedule.MINUTES_A_DAY);
    private final BitSet minutesAfter = new BitSet();

    /// Adds a stretch; one that ends at or before its beginning ends on the next day.
    void add(int fromMinute, int untilMinute) {
        if (untilMinute > fromMinute) {
            minutes.set(fromMinute, untilMinute);
        } else {
            minutes.set(fromMinute, WeeklySchedule.MINUTES_A_DAY);
            minutesAfter.set(0, untilMinute);
        }
    }

    /// Whether every minute of this day holds.
    boolean isWhole(DayTimes before) {
        return after(before).cardinality() == WeeklySchedule.MINUTES_A_DAY;
    }

    boolean holdsAt(int minute) {
        return minutes.get(minute);
    }

    /// Whether a stretch that began on this day holds in a minute of the next.
    boolean goesOnAt(int minuteAfter) {
        return minutesAfter.get(minuteAfter);
    }

    /// The first minute of the next day in which nothing of this day goes on.
    int goesOnUntil() {
        return minutesAfter.length();
    }

    /// All minutes of this day that hold: its own, and what goes on from the day before.
    BitSet after(DayTimes before) {
        BitSet all = (BitSet) minutes.clone();
        all.or(before.minutesAfter);
        return all;
    }
}
