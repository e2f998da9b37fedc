package org.menfang.gate.access;

import java.util.ArrayDeque;
import java.util.TreeMap;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Turn;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.HolderId;

/// Holders who show their credential at one place several times in a row, to say more than that
/// they want to pass.
final class ShownAgain {
    private final TreeMap<AccessPointId, Showing> last = new TreeMap<>();
    private final ThriceShown hearer;

    ShownAgain(ThriceShown hearer) {
        this.hearer = hearer;
    }

    private record Showing(HolderId holder, ArrayDeque<MonotonicTime> times) {}

    void shown(Turn turn, AccessPointId at, HolderId holder) {
        Showing showing = last.get(at);
        if (showing == null || !showing.holder().equals(holder)) {
            showing = new Showing(holder, new ArrayDeque<>());
            last.put(at, showing);
        }
        ArrayDeque<MonotonicTime> times = showing.times();
        times.removeIf(time -> turn.isDue(time.plus(Limits.SHOWN_TO_SAY_MORE_WITHIN)));
        times.add(turn.time());
        if (times.size() >= Limits.SHOWN_TO_SAY_MORE) {
            last.remove(at);
            hearer.shownThrice(turn, at, holder);
        }
    }
}
