package org.menfang.hub.response;

import java.util.Objects;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// What people call the place of an alarm. No person is ever in it.
public final class Places {
    /// Longest name of a place in a message.
    public static final int PLACE_CHARS_MAX = 80;

    private Places() {}

    /// The gate, and the thing at it.
    public static String of(Board board, AlarmCard card) {
        String gate = gate(board, card);
        String all =
                card.sourceName().isEmpty() || card.sourceName().equals(gate)
                        ? gate
                        : gate + " " + card.sourceName();
        return all.length() > PLACE_CHARS_MAX ? all.substring(0, PLACE_CHARS_MAX) : all;
    }

    /// The gate, and the thing at it: by its name where an alarm of it is open, else by its number.
    public static String of(Board board, Point point) {
        return board.alarms().stream()
                .filter(card -> Point.of(card).equals(point))
                .findFirst()
                .map(card -> of(board, card))
                .orElseGet(() ->
                        gate(board, point.compound(), point.gate()) + " " + point.source().id());
    }

    /// The gate alone.
    public static String gate(Board board, AlarmCard card) {
        return gate(board, card.ref().compound(), card.ref().gate());
    }

    private static String gate(Board board, CompoundId compound, GateId gate) {
        return board.gates().stream()
                .filter(each -> each.compound().equals(compound))
                .filter(each -> each.gate().equals(gate))
                .map(GateCard::state)
                .filter(Objects::nonNull)
                .map(state -> state.name())
                .findFirst()
                .orElse(gate.value());
    }
}
