package org.menfang.gate.sqlite;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;

/// The one order in which a rule set is stored, loaded and hashed: parts by their ids, days from
/// Monday.
final class RuleOrder {
    private RuleOrder() {}

    static RuleSet of(RuleSet rules) {
        return RuleSet.ofRights(
                rules.compound(),
                rules.version(),
                sorted(
                        rules.schedules().stream().map(RuleOrder::withDaysInOrder).toList(),
                        Comparator.comparing(schedule -> schedule.id().value())),
                sorted(rules.profiles(), Comparator.comparing(profile -> profile.id().value())),
                sorted(rules.holders(), Comparator.comparing(Holder::id)),
                sorted(rules.credentials(), Comparator.comparing(Credential::identifier)));
    }

    private static <T> List<T> sorted(List<T> parts, Comparator<T> order) {
        return parts.stream().sorted(order).toList();
    }

    private static WeeklySchedule withDaysInOrder(WeeklySchedule schedule) {
        return new WeeklySchedule(
                schedule.id(),
                schedule.periods().stream()
                        .map(period ->
                                new WeeklySchedule.Period(
                                        days(bits(period.days())),
                                        period.fromMinute(),
                                        period.untilMinute()))
                        .toList());
    }

    /// One bit for each day, Monday the lowest.
    static int bits(List<DayOfWeek> days) {
        int bits = 0;
        for (DayOfWeek day : days) {
            bits |= 1 << (day.getValue() - 1);
        }
        return bits;
    }

    static List<DayOfWeek> days(int bits) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> (bits & (1 << (day.getValue() - 1))) != 0)
                .toList();
    }
}
