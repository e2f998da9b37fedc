package org.menfang.gate.access;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Turn;
import org.menfang.gate.reader.ReaderDesk;
import org.menfang.vocabulary.ReaderId;

/// Cards that were fine, at readers that now wait for their PIN: at most one at each, and for no
/// longer than {@link Limits#PIN_WAIT}.
final class PinEntry {
    private final TreeMap<ReaderId, Waiting> waiting = new TreeMap<>();

    record Waiting(ReaderDesk desk, Proof card, MonotonicTime until) {}

    /// Takes the place of a card that waits at the same reader.
    Waiting begin(Turn turn, ReaderDesk desk, Proof card) {
        Waiting begun = new Waiting(desk, card, turn.time().plus(Limits.PIN_WAIT));
        waiting.put(desk.plan().id(), begun);
        desk.forgetKeys();
        desk.show(turn, ReaderFeedback.ENTER_PIN);
        return begun;
    }

    /// Ends the wait at a reader.
    Optional<Waiting> take(ReaderDesk desk) {
        return Optional.ofNullable(waiting.remove(desk.plan().id()));
    }

    MonotonicTime wakeAt() {
        MonotonicTime nearest = MonotonicTime.NEVER;
        for (Waiting each : waiting.values()) {
            nearest = MonotonicTime.earliest(nearest, each.until());
        }
        return nearest;
    }

    /// Ends every wait that has lasted too long.
    List<Waiting> takeDue(Turn turn) {
        List<Waiting> due =
                waiting.values().stream().filter(each -> turn.isDue(each.until())).toList();
        waiting.values().removeAll(due);
        return due;
    }
}
