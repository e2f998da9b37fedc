package org.menfang.hub.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// When shifts are, and who is planned for them.
final class RosterPlan {
    /// How long single changes are remembered.
    static final int KEPT_DAYS_MAX = 400;

    private record WeekShift(DayOfWeek day, Shift shift) {}

    private final ZoneId zone;
    private final TreeMap<LocalDate, ShiftTimes> times = new TreeMap<>();
    private final Map<WeekShift, TreeMap<LocalDate, Crew>> weeks = new HashMap<>();
    private final TreeMap<LocalDate, Map<Shift, Crew>> changes = new TreeMap<>();

    RosterPlan(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    LocalDate dateOf(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    void setTimes(LocalDate from, ShiftTimes set) {
        times.put(from, set);
    }

    void planWeek(LocalDate from, DayOfWeek day, Shift shift, Crew crew) {
        weeks.computeIfAbsent(new WeekShift(day, shift), _ -> new TreeMap<>()).put(from, crew);
    }

    void change(Slot slot, Crew crew) {
        changes.computeIfAbsent(slot.date(), _ -> new HashMap<>()).put(slot.shift(), crew);
        changes.headMap(slot.date().minusDays(KEPT_DAYS_MAX)).clear();
    }

    void restore(Slot slot) {
        changes.getOrDefault(slot.date(), new HashMap<>()).remove(slot.shift());
    }

    ShiftTimes times(LocalDate date) {
        Map.Entry<LocalDate, ShiftTimes> set = times.floorEntry(date);
        return set == null ? ShiftTimes.DEFAULT : set.getValue();
    }

    /// The crew of every week, as it holds on a day.
    Crew planned(LocalDate date, DayOfWeek day, Shift shift) {
        TreeMap<LocalDate, Crew> set = weeks.get(new WeekShift(day, shift));
        Map.Entry<LocalDate, Crew> held = set == null ? null : set.floorEntry(date);
        return held == null ? Crew.NOBODY : held.getValue();
    }

    boolean isChanged(Slot slot) {
        return changes.getOrDefault(slot.date(), Map.of()).containsKey(slot.shift());
    }

    /// Who works in a shift, with all changes.
    Crew crew(Slot slot) {
        Crew changed = changes.getOrDefault(slot.date(), Map.of()).get(slot.shift());
        return changed == null
                ? planned(slot.date(), slot.date().getDayOfWeek(), slot.shift())
                : changed;
    }

    /// An hour that a change of the clocks leaves out or repeats begins when it first can.
    Instant begin(Slot slot) {
        return slot.date().atTime(times(slot.date()).begin(slot.shift())).atZone(zone).toInstant();
    }

    Instant end(Slot slot) {
        return begin(next(slot));
    }

    /// The shift that runs now.
    Slot at(Instant now) {
        LocalDate today = dateOf(now);
        return slots(today.minusDays(2), today)
                .filter(slot -> !begin(slot).isAfter(now))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    Slot next(Slot slot) {
        Instant begins = begin(slot);
        return slots(slot.date(), slot.date().plusDays(2))
                .filter(later -> begin(later).isAfter(begins))
                .findFirst()
                .orElseThrow();
    }

    List<Slot> slots(LocalDate date) {
        return times(date).slots(date);
    }

    private Stream<Slot> slots(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).flatMap(date -> slots(date).stream());
    }
}
