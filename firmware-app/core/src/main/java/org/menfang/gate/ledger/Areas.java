package org.menfang.gate.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Turn;
import org.menfang.gate.rule.AccessTable;
import org.menfang.vocabulary.AreaId;
import org.menfang.wire.Grounds;

/// Where everybody is, as far as the gate knows, and how far that may be believed.
///
/// A place is doubtful after every start (while the power is off doors open to anybody), after a
/// door of the area stood open to everybody, and while somebody has left the area by REX of whom
/// nobody knows who it was. Each who left unseen excuses one who seems to be inside still.
final class Areas {
    private final ZoneId zone;
    private final Ledger ledger;
    private final TreeMap<AreaId, Integer> inside = new TreeMap<>();
    private final LinkedHashMap<EntryKey, Long> moved = new LinkedHashMap<>();
    private final TreeMap<AreaId, Long> doubted = new TreeMap<>();
    private long moves;
    private Instant forgetsAt = Instant.MAX;

    Areas(ZoneId zone, Ledger ledger) {
        this.zone = zone;
        this.ledger = ledger;
        for (Entry.Whereabouts each : ledger.all(Entry.Whereabouts.class)) {
            inside.merge(each.area(), 1, Integer::sum);
        }
        for (Entry.PassWhereabouts each : ledger.all(Entry.PassWhereabouts.class)) {
            inside.merge(each.area(), 1, Integer::sum);
        }
    }

    /// Where somebody is; none where nobody knows, or where it is forgotten.
    Grounds.@Nullable Place place(AccessTable table, Bearer who, Instant now) {
        Stay found = stay(who.key());
        if (found == null || isForgotten(table, found, now)) {
            return null;
        }
        AreaId area = found.area();
        boolean doubtful =
                moved.getOrDefault(who.key(), 0L) <= doubted.getOrDefault(area, 0L)
                        || unseen(table, area, now) > 0;
        return new Grounds.Place(area, found.since(), doubtful);
    }

    /// How many are in an area besides somebody. One who seems to be there, and of whom it is
    /// doubtful because others left unseen, is one of those.
    int others(AccessTable table, AreaId area, @Nullable Bearer who, Instant now) {
        int unseen = unseen(table, area, now);
        Stay own = who == null ? null : stay(who.key());
        boolean counted = own != null && own.area().equals(area);
        int without = counted && unseen == 0 ? 1 : 0;
        return Math.max(0, inside.getOrDefault(area, 0) - unseen - without);
    }

    /// Whether somebody is among those who are believed to be in an area.
    boolean isCountedIn(Bearer who, AreaId area) {
        Stay found = stay(who.key());
        return found != null && found.area().equals(area);
    }

    /// Somebody has passed.
    ///
    /// @param from where the access point comes from; none where that is not known
    /// @param since when; a place that is known from later stays as it is
    /// @return whether the place is new
    boolean move(
            Turn turn,
            AccessTable table,
            Bearer who,
            @Nullable AreaId from,
            AreaId to,
            Instant since) {
        EntryKey key = who.key();
        Stay before = stay(key);
        if (before != null && before.since().isAfter(since)) {
            return false;
        }
        if (before != null) {
            if (!before.area().equals(from)) {
                excuse(turn, before.area());
            }
            inside.merge(before.area(), -1, Integer::sum);
        }
        inside.merge(to, 1, Integer::sum);
        moves++;
        moved.put(key, moves);
        ledger.keep(turn, who.at(to, since));
        forgetsBy(forgottenAt(table, to, since));
        return true;
    }

    /// Nobody knows any more where somebody is.
    void forget(Turn turn, EntryKey key) {
        Stay before = stay(key);
        if (before != null) {
            inside.merge(before.area(), -1, Integer::sum);
            moved.remove(key);
            ledger.forget(turn, key);
        }
    }

    /// Somebody has left an area, and nobody knows who.
    void leftUnseen(Turn turn, AccessTable table, AreaId area, Instant now) {
        int count = Math.min(unseen(table, area, now) + 1, inside.getOrDefault(area, 0));
        if (count > 0) {
            ledger.keep(turn, new Entry.Unseen(area, count, now));
            forgetsBy(forgottenAt(table, area, now));
        }
    }

    /// When the next place is forgotten, or earlier: of those that were told since {@link
    /// #forgetNothing}.
    Instant forgetsAt() {
        return forgetsAt;
    }

    /// Every place that is kept is to be told of again.
    void forgetNothing() {
        forgetsAt = Instant.MAX;
    }

    /// A place is kept until then.
    void forgetsBy(Instant forgotten) {
        forgetsAt = forgotten.isBefore(forgetsAt) ? forgotten : forgetsAt;
    }

    /// When the place that an entry tells is forgotten; {@link Instant#MAX} for never.
    Instant forgottenAt(AccessTable table, AreaId area, Instant since) {
        return Forgiveness.forgottenAt(table.areaRule(area), since, zone);
    }

    /// Anybody may have come to an area, or left it.
    void doubt(AreaId area) {
        doubted.put(area, moves);
    }

    private boolean isForgotten(AccessTable table, AreaId area, Instant since, Instant now) {
        return !now.isBefore(forgottenAt(table, area, since));
    }

    private boolean isForgotten(AccessTable table, Stay stay, Instant now) {
        return isForgotten(table, stay.area(), stay.since(), now);
    }

    private int unseen(AccessTable table, AreaId area, Instant now) {
        Entry.Unseen found = ledger.find(Entry.Unseen.class, area.value());
        return found == null || isForgotten(table, area, found.since(), now) ? 0 : found.count();
    }

    /// Somebody who seemed to be in an area was elsewhere: one of those who left it unseen.
    private void excuse(Turn turn, AreaId area) {
        Entry.Unseen found = ledger.find(Entry.Unseen.class, area.value());
        if (found == null) {
            return;
        }
        if (found.count() > 1) {
            ledger.keep(turn, new Entry.Unseen(area, found.count() - 1, found.since()));
        } else {
            ledger.forget(turn, found.key());
        }
    }

    private record Stay(AreaId area, Instant since) {}

    private @Nullable Stay stay(EntryKey key) {
        var holder = ledger.find(Entry.Whereabouts.class, key.subject());
        if (key.kind().equals("Whereabouts")) {
            return holder == null ? null : new Stay(holder.area(), holder.since());
        }
        var pass = ledger.find(Entry.PassWhereabouts.class, key.subject());
        return pass == null ? null : new Stay(pass.area(), pass.since());
    }
}
