package org.menfang.gate.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.menfang.gate.Turn;

/// What a step has shown and tells at its end, after the event that shows it.
final class Afterwards {
    private final List<Consumer<Turn>> waiting = new ArrayList<>();

    void add(Consumer<Turn> told) {
        waiting.add(told);
    }

    void tell(Turn turn) {
        List<Consumer<Turn>> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(each -> each.accept(turn));
    }
}
