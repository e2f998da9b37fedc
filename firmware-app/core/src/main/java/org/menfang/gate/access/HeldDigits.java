package org.menfang.gate.access;

import java.util.List;
import java.util.TreeMap;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Turn;
import org.menfang.gate.reader.ReaderDesk;
import org.menfang.vocabulary.ReaderId;

/// Digits that were entered without a card at a reader where somebody guesses: they are looked at
/// later, and what is entered meanwhile is not looked at at all. So a guesser has no more tries
/// than the delay allows, and whoever holds a card passes by.
final class HeldDigits {
    private final TreeMap<ReaderId, Held> held = new TreeMap<>();

    record Held(ReaderDesk desk, String digits, MonotonicTime until) {
        @Override
        public String toString() {
            return "digits at " + desk.plan().id();
        }
    }

    void hold(ReaderDesk desk, String digits, MonotonicTime until) {
        held.putIfAbsent(desk.plan().id(), new Held(desk, digits, until));
    }

    boolean isHolding(ReaderDesk desk) {
        return held.containsKey(desk.plan().id());
    }

    MonotonicTime wakeAt() {
        MonotonicTime nearest = MonotonicTime.NEVER;
        for (Held each : held.values()) {
            nearest = MonotonicTime.earliest(nearest, each.until());
        }
        return nearest;
    }

    List<Held> takeDue(Turn turn) {
        List<Held> due = held.values().stream().filter(each -> turn.isDue(each.until())).toList();
        held.values().removeAll(due);
        return due;
    }
}
