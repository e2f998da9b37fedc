package org.menfang.gate.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.AreaRule;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.HolderKind;

/// Who may not stay where they are for long, and until when. The alarm is there while anybody has
/// stayed too long; another one who does raises it again, so that nobody goes unseen.
final class Stays implements Timed {
    private final Alarms alarms;
    private final TreeMap<EntryKey, Due> stays = new TreeMap<>();
    private final TreeSet<Due> dues = new TreeSet<>();
    private final TreeSet<EntryKey> overstayed = new TreeSet<>();

    Stays(Alarms alarms) {
        this.alarms = alarms;
    }

    private record Due(MonotonicTime at, EntryKey key, AreaId area, Bearer who)
            implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : key.compareTo(other.key);
        }
    }

    /// Somebody is in an area.
    void isIn(Turn turn, AccessTable table, Bearer who, AreaId area, Instant since) {
        EntryKey key = who.key();
        Duration limit = limit(table, who, area);
        Due known = stays.get(key);
        if (limit == null || (known != null && !known.area().equals(area))) {
            left(turn, key);
        }
        if (limit != null && !stays.containsKey(key)) {
            Duration stayed = Duration.between(since, turn.known().certain());
            add(new Due(turn.time().plus(limit.minus(stayed)), key, area, who));
        }
    }

    /// Somebody is elsewhere, or nobody knows where.
    void left(Turn turn, EntryKey key) {
        Due due = stays.remove(key);
        if (due != null) {
            dues.remove(due);
        }
        if (overstayed.remove(key) && overstayed.isEmpty()) {
            alarms.returned(turn, AlarmKind.OVERSTAYED, alarms.gate());
        }
    }

    /// Everything is to be told again: what was known of stays does not hold any more.
    void clear() {
        stays.clear();
        dues.clear();
    }

    /// Everything has been told again.
    void told(Turn turn) {
        for (EntryKey key : List.copyOf(overstayed)) {
            if (!stays.containsKey(key)) {
                left(turn, key);
            }
        }
    }

    @Override
    public MonotonicTime wakeAt() {
        return dues.isEmpty() ? MonotonicTime.NEVER : dues.first().at();
    }

    @Override
    public void timeIsDue(Turn turn) {
        while (!dues.isEmpty() && turn.isDue(dues.first().at())) {
            Due due = dues.removeFirst();
            if (overstayed.add(due.key())) {
                alarms.returned(turn, AlarmKind.OVERSTAYED, alarms.gate());
                alarms.raise(
                        turn,
                        AlarmKind.OVERSTAYED,
                        alarms.gate(),
                        due.area() + ": " + due.who().shown());
            }
        }
    }

    private void add(Due due) {
        stays.put(due.key(), due);
        dues.add(due);
    }

    private static @Nullable Duration limit(AccessTable table, Bearer who, AreaId area) {
        AreaRule rule = table.areaRule(area);
        HolderKind kind = who.kind(table);
        if (rule == null || kind == null) {
            return null;
        }
        return rule.stays().stream()
                .filter(stay -> stay.kind() == kind)
                .map(stay -> Duration.ofMinutes(stay.minutes()))
                .min(Duration::compareTo)
                .orElse(null);
    }
}
