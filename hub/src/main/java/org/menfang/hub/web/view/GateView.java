package org.menfang.hub.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.GateCard;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.GateState;

/// One gate, as the hub last heard it.
///
/// @param stateHeardAt when the snapshot came; none, with all that it would hold, for never
/// @param time the gate's own clock when it made the snapshot
/// @param levelEndsAt when the level ends by itself, by the hub's clock; none for NORMAL
/// @param levelBy who set the level at the hub; none for NORMAL, and where it was set at a reader
public record GateView(
        CompoundId compound,
        GateId gate,
        String name,
        boolean online,
        @Nullable Instant heardAt,
        @Nullable Instant stateHeardAt,
        @Nullable Instant time,
        @Nullable TimeTrust trust,
        boolean fire,
        @Nullable SiteLevel level,
        @Nullable Instant levelEndsAt,
        @Nullable OperatorName levelBy,
        long rulesVersion,
        long waitingEvents,
        List<DoorView> doors,
        List<GateState.LampView> lamps,
        List<GateState.CameraView> cameras) {
    static GateView of(GateCard card) {
        GateState state = card.state();
        return state == null ? unheard(card) : heard(card, state);
    }

    private static GateView heard(GateCard card, GateState state) {
        HubTime time = new HubTime(state.time(), card.stateHeardAt());
        return new GateView(
                card.compound(),
                card.gate(),
                state.name(),
                card.online(),
                card.heardAt(),
                card.stateHeardAt(),
                state.time(),
                state.trust(),
                state.fire(),
                state.level(),
                time.of(state.levelEndsAt()),
                state.levelBy(),
                state.rulesVersion(),
                state.waitingEvents(),
                state.doors().stream().map(door -> DoorView.of(door, time)).toList(),
                state.lamps(),
                state.cameras());
    }

    private static GateView unheard(GateCard card) {
        return new GateView(
                card.compound(),
                card.gate(),
                card.gate().value(),
                card.online(),
                card.heardAt(),
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                0,
                0,
                List.of(),
                List.of(),
                List.of());
    }
}
