package org.menfang.hub.web.view;

import org.menfang.hub.board.Board;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// What people call each gate, as the newest board knows it.
public record GateNames(Board board) {
    String of(CompoundId compound, GateId gate) {
        return board.gates().stream()
                .filter(card -> card.compound().equals(compound) && card.gate().equals(gate))
                .findFirst()
                .map(BoardView::nameOf)
                .orElse(gate.value());
    }
}
