package org.menfang.hub.rulebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SpecialDaysId;

/// The minutes in which something is open: those of a week, and those of each kind of special day.
final class OpenTimes {
    private static final int DAY = WeeklySchedule.MINUTES_A_DAY;
    private static final int WEEK = 7 * DAY;

    private final RuleSet rules;
    private final BitSet week = new BitSet(WEEK);
    private final List<WeeklySchedule> schedules = new ArrayList<>();

    private OpenTimes(RuleSet rules) {
        this.rules = rules;
    }

    /// Open at all times of some schedules.
    static OpenTimes of(RuleSet rules, List<ScheduleId> named) {
        OpenTimes times = new OpenTimes(rules);
        rules.schedules().stream()
                .filter(schedule -> named.contains(schedule.id()))
                .forEach(times::add);
        return times;
    }

    /// Open always.
    static OpenTimes always(RuleSet rules) {
        OpenTimes times = new OpenTimes(rules);
        times.week.set(0, WEEK);
        return times;
    }

    private void add(WeeklySchedule schedule) {
        schedules.add(schedule);
        for (WeeklySchedule.Period period : schedule.periods()) {
            for (var day : period.days()) {
                int from = (day.getValue() - 1) * DAY + period.fromMinute();
                set(week, from, from + minutes(period.fromMinute(), period.untilMinute()), WEEK);
            }
        }
    }

    /// One that ends at or before its beginning goes on over midnight.
    private static int minutes(int from, int until) {
        return until > from ? until - from : until + DAY - from;
    }

    private static void set(BitSet bits, int from, int until, int size) {
        bits.set(from, Math.min(until, size));
        if (until > size) {
            bits.set(0, until - size);
        }
    }

    /// How many minutes of a usual week are open here and not there.
    int weekMinutesMoreThan(OpenTimes other) {
        return more(week, other.week);
    }

    /// How many minutes of one special day at most are open here and not there.
    int specialMinutesMoreThan(OpenTimes other) {
        int most = 0;
        for (WeeklySchedule schedule : other.schedules) {
            for (WeeklySchedule.SpecialPeriods special : schedule.special()) {
                most = Math.max(most, more(on(special.days(), other), other.on(special.days())));
            }
        }
        return most;
    }

    /// What is open on a special day that another set knows; where this one does not know it so,
    /// what is open on every day of the week.
    private BitSet on(SpecialDaysId days, OpenTimes other) {
        boolean same = calendar(rules, days).equals(calendar(other.rules, days));
        return same ? on(days) : everyDay();
    }

    private static Optional<SpecialDays> calendar(RuleSet rules, SpecialDaysId days) {
        return rules.specialDays().stream().filter(each -> each.id().equals(days)).findFirst();
    }

    private BitSet on(SpecialDaysId days) {
        BitSet open = new BitSet(2 * DAY);
        boolean known = false;
        for (WeeklySchedule schedule : schedules) {
            WeeklySchedule.SpecialPeriods special = special(schedule, days);
            if (special == null) {
                open.or(everyDay());
            } else {
                known = true;
                for (WeeklySchedule.Span span : special.spans()) {
                    open.set(
                            span.fromMinute(),
                            span.fromMinute() + minutes(span.fromMinute(), span.untilMinute()));
                }
            }
        }
        return known ? open : everyDay();
    }

    private static WeeklySchedule.@Nullable SpecialPeriods special(
            WeeklySchedule schedule, SpecialDaysId days) {
        return schedule.special().stream()
                .filter(each -> each.days().equals(days))
                .findFirst()
                .orElse(null);
    }

    private BitSet everyDay() {
        BitSet open = new BitSet(DAY);
        open.set(0, DAY);
        for (int day = 0; day < 7; day++) {
            open.and(week.get(day * DAY, (day + 1) * DAY));
        }
        return open;
    }

    private static int more(BitSet here, BitSet there) {
        BitSet more = (BitSet) here.clone();
        more.andNot(there);
        return more.cardinality();
    }
}
