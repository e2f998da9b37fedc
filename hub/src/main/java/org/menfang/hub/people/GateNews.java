package org.menfang.hub.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateState;

/// Whether one gate has the news: a version of the rules, or a later one.
///
/// @param name what people call the gate
/// @param at since when it has it, for one that does and said so; else when it was last heard
/// @param version which rules it obeys, as it said last; 0 for none
public record GateNews(GateId gate, String name, Knows knows, @Nullable Instant at, long version) {
    /// How far the news came.
    public enum Knows {
        HAS_IT,
        /// The gate is there and has not said yet that it has it.
        ON_ITS_WAY,
        /// The gate was not heard since, and decides by older rules.
        NOT_HEARD,
        NEVER_HEARD
    }

    /// How far each gate of a compound is.
    ///
    /// @param applied when gates took rules into force, the newest first
    static List<GateNews> of(
            CompoundId compound, long version, Board board, List<LoggedEvent> applied) {
        Map<GateId, Instant> since = new HashMap<>();
        for (LoggedEvent logged : applied) {
            if (logged.event().body() instanceof EventBody.RulesApplied(long which, _)
                    && which >= version) {
                // The newest come first, so the earliest one stays.
                since.put(logged.event().gate(), logged.heardAt());
            }
        }
        return board.gates().stream()
                .filter(card -> card.compound().equals(compound))
                .map(card -> of(card, version, since.get(card.gate())))
                .toList();
    }

    private static GateNews of(GateCard card, long version, @Nullable Instant since) {
        GateState state = card.state();
        String name = state == null ? card.gate().value() : state.name();
        long obeyed = state == null ? 0 : state.rulesVersion();
        if (since != null) {
            return new GateNews(card.gate(), name, Knows.HAS_IT, since, obeyed);
        }
        if (state != null && state.rulesVersion() >= version) {
            return new GateNews(card.gate(), name, Knows.HAS_IT, null, obeyed);
        }
        if (card.online()) {
            return new GateNews(card.gate(), name, Knows.ON_ITS_WAY, card.heardAt(), obeyed);
        }
        Knows knows = card.heardAt() == null ? Knows.NEVER_HEARD : Knows.NOT_HEARD;
        return new GateNews(card.gate(), name, knows, card.heardAt(), obeyed);
    }
}
