package org.menfang.hub.web.view;

import java.time.Instant;
import java.util.List;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.wire.GateState;

/// The whole board.
public record BoardView(
        long version,
        Instant madeAt,
        List<AlarmView> alarms,
        List<GateView> gates,
        List<WayView> ways) {
    public static BoardView of(Board board, List<WayView> ways) {
        GateNames names = new GateNames(board);
        return new BoardView(
                board.version(),
                board.madeAt(),
                board.alarms().stream().map(card -> AlarmView.of(card, names)).toList(),
                board.gates().stream().map(GateView::of).toList(),
                ways);
    }

    static String nameOf(GateCard card) {
        GateState state = card.state();
        return state == null ? card.gate().value() : state.name();
    }
}
