package org.menfang.hub.open;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.menfang.wire.GateIdentity;

/// Keeps it for as long as the program runs.
public final class InMemoryUptime implements UptimeStore {
    private record Key(GateIdentity gate, LocalDate day) {}

    private final Map<Key, Day> days = new HashMap<>();

    @Override
    public synchronized void add(Collection<Day> seen) {
        seen.forEach(
                each -> days.merge(new Key(each.gate(), each.day()), each, InMemoryUptime::sum));
    }

    private static Day sum(Day a, Day b) {
        return new Day(
                a.gate(),
                a.day(),
                a.watchedMillis() + b.watchedMillis(),
                a.onlineMillis() + b.onlineMillis());
    }

    @Override
    public synchronized List<Day> between(LocalDate from, LocalDate to) {
        return days.values().stream()
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .sorted(Comparator.comparing(Day::gate).thenComparing(Day::day))
                .toList();
    }

    @Override
    public synchronized void forgetBefore(LocalDate day) {
        days.keySet().removeIf(key -> key.day().isBefore(day));
    }
}
