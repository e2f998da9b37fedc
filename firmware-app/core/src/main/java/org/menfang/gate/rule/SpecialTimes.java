package org.menfang.gate.rule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.WeeklySchedule;

/// Some special days, and the times that begin on each of them.
final class SpecialTimes {
    /// The last day of each stretch of days, by its first; no two stretches share a day.
    private final NavigableMap<LocalDate, LocalDate> stretches = new TreeMap<>();

    private final TreeSet<MonthDay> everyYear = new TreeSet<>();
    private final DayTimes times = new DayTimes();

    SpecialTimes(SpecialDays days, List<WeeklySchedule.Span> spans) {
        for (SpecialDays.Days each : days.days()) {
            MonthDay yearly = each.everyYear();
            if (yearly != null) {
                everyYear.add(yearly);
            } else if (each.from() != null && each.until() != null) {
                add(each.from(), each.until());
            }
        }
        spans.forEach(span -> times.add(span.fromMinute(), span.untilMinute()));
    }

    DayTimes times() {
        return times;
    }

    boolean has(LocalDate day) {
        var stretch = stretches.floorEntry(day);
        return (stretch != null && !stretch.getValue().isBefore(day))
                || (!everyYear.isEmpty() && everyYear.contains(MonthDay.from(day)));
    }

    /// Adds a stretch of days, and swallows the stretches that it meets.
    private void add(LocalDate from, LocalDate until) {
        LocalDate first = from;
        LocalDate last = until;
        for (var met = stretches.floorEntry(last);
                met != null && !met.getValue().isBefore(first);
                met = stretches.floorEntry(last)) {
            first = met.getKey().isBefore(first) ? met.getKey() : first;
            last = met.getValue().isAfter(last) ? met.getValue() : last;
            stretches.remove(met.getKey());
        }
        stretches.put(first, last);
    }
}
