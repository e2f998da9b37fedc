package org.menfang.gate.level;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Timetable;
import org.menfang.rules.DoorRule;
import org.menfang.rules.DoorRule.ModeTime;
import org.menfang.vocabulary.ScheduleId;

/// What the schedules of one door say.
///
/// @param modes in the order in which they decide
record DoorSchedule(AccessTable table, List<ModeTime> modes) {
    /// The schedule of a door; one that says nothing for a door without a rule.
    static DoorSchedule of(AccessTable table, @Nullable DoorRule rule) {
        return new DoorSchedule(table, rule == null ? List.of() : rule.modes());
    }

    /// Whether it says anything at any time.
    boolean isEmpty() {
        return modes.isEmpty();
    }

    /// The mode whose schedule holds: the first, where several do.
    Optional<ModeTime> at(LocalDateTime local) {
        return modes.stream().filter(each -> holds(each.schedule(), local)).findFirst();
    }

    /// Whether a schedule holds, and has held without a break since an earlier time.
    boolean holdsSince(ScheduleId schedule, LocalDateTime since, LocalDateTime local) {
        return holds(schedule, local) && !changed(table.timetable(schedule), since, local);
    }

    /// Whether any of the schedules began or ended since an earlier time.
    boolean hasChanged(LocalDateTime since, LocalDateTime local) {
        return modes.stream()
                .anyMatch(each -> changed(table.timetable(each.schedule()), since, local));
    }

    /// When any of the schedules next begins or ends to hold; none if that does not come within
    /// {@link Timetable#LOOK_AHEAD_DAYS}.
    Optional<LocalDateTime> nextChange(LocalDateTime local) {
        return modes.stream()
                .flatMap(each -> table.timetable(each.schedule()).nextChange(local).stream())
                .min(LocalDateTime::compareTo);
    }

    private boolean holds(ScheduleId schedule, LocalDateTime local) {
        return table.timetable(schedule).holdsAt(local);
    }

    private static boolean changed(Timetable timetable, LocalDateTime since, LocalDateTime local) {
        LocalDateTime from = since;
        while (from.isBefore(local)) {
            Optional<LocalDateTime> change = timetable.nextChange(from);
            if (change.isPresent()) {
                return !change.get().isAfter(local);
            }
            from = from.plusDays(Timetable.LOOK_AHEAD_DAYS);
        }
        return false;
    }
}
