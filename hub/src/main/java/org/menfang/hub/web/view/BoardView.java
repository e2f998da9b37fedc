package org.menfang.hub.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.DutyCard;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.keep.BackupStanding;
import org.menfang.wire.GateState;

/// The whole board.
///
/// @param duty who answers now; none where there is no roster
public record BoardView(
        long version,
        Instant madeAt,
        List<AlarmView> alarms,
        List<GateView> gates,
        List<WayView> ways,
        BackupStanding backup,
        @Nullable DutyCard duty) {
    public static BoardView of(Board board, Beside beside) {
        GateNames names = new GateNames(board);
        return new BoardView(
                board.version(),
                board.madeAt(),
                board.alarms().stream().map(card -> AlarmView.of(card, names)).toList(),
                board.gates().stream().map(GateView::of).toList(),
                beside.ways(),
                beside.backup(),
                board.duty());
    }

    static String nameOf(GateCard card) {
        GateState state = card.state();
        return state == null ? card.gate().value() : state.name();
    }
}
