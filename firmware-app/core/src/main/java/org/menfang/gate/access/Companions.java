package org.menfang.gate.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Turn;
import org.menfang.gate.reader.ReaderDesk;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Case;
import org.menfang.gate.rule.KnownTime;
import org.menfang.rules.AccessPointRule;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;

/// Who came just before at each access point: the first of two persons, who still waits, and the
/// last one who passed, who may be an escort.
final class Companions {
    private final TreeMap<AccessPointId, First> waiting = new TreeMap<>();
    private final TreeMap<AccessPointId, Passed> passed = new TreeMap<>();

    /// The first of two persons.
    ///
    /// @param desk where he waits
    record First(
            ReaderDesk desk, Proof proof, AccessPointId at, HolderId holder, MonotonicTime until) {}

    private record Passed(HolderId holder, MonotonicTime at) {}

    /// Who counts as the companion of somebody who asks now; nobody where none is needed.
    ///
    /// @param kind who asks; none for a stranger
    @Nullable HolderId of(
            AccessTable table,
            AccessPointId at,
            @Nullable HolderKind kind,
            KnownTime time,
            MonotonicTime now) {
        if (table.needsTwoPersons(at, time)) {
            First first = waiting.get(at);
            return first == null ? null : first.holder();
        }
        AccessPointRule rule = table.accessPointRule(at);
        Passed last = passed.get(at);
        if (rule == null || last == null || kind == null || !rule.escorted().contains(kind)) {
            return null;
        }
        MonotonicTime until = last.at().plus(Duration.ofSeconds(rule.escortSeconds()));
        return now.isBefore(until) ? last.holder() : null;
    }

    void await(First first) {
        waiting.put(first.at(), first);
    }

    /// The second person is here and still has to do something.
    void awaitLonger(AccessPointId at, MonotonicTime until) {
        waiting.computeIfPresent(
                at,
                (_, first) ->
                        until.isBefore(first.until())
                                ? first
                                : new First(
                                        first.desk(),
                                        first.proof(),
                                        first.at(),
                                        first.holder(),
                                        until));
    }

    /// Ends the wait at an access point.
    Optional<First> take(AccessPointId at) {
        return Optional.ofNullable(waiting.remove(at));
    }

    MonotonicTime wakeAt() {
        MonotonicTime nearest = MonotonicTime.NEVER;
        for (First each : waiting.values()) {
            nearest = MonotonicTime.earliest(nearest, each.until());
        }
        return nearest;
    }

    /// Ends every wait that has lasted too long.
    List<First> takeDue(Turn turn) {
        List<First> due =
                waiting.values().stream().filter(each -> turn.isDue(each.until())).toList();
        waiting.values().removeAll(due);
        return due;
    }

    /// The lock was released for a holder, who may be an escort of whoever comes next. Where the
    /// place asks for no escort, nobody needs to know.
    void passed(Turn turn, Case asked) {
        AccessPointRule rule = asked.table().accessPointRule(asked.point().id());
        if (asked.holder() != null
                && rule != null
                && !rule.escorted().isEmpty()
                && !rule.escorted().contains(asked.holder().kind())) {
            passed.put(asked.point().id(), new Passed(asked.holder().id(), turn.time()));
        }
    }
}
