package org.menfang.hub.loop;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.alarm.OpenAlarm;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.fleet.Presence;
import org.menfang.hub.people.People;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// Puts the board together.
final class BoardView {
    private BoardView() {}

    static Board of(
            long version,
            Instant madeAt,
            List<OpenAlarm> alarms,
            Collection<Presence> gates,
            People people) {
        Map<GateIdentity, GateState> states = new HashMap<>();
        for (Presence presence : gates) {
            GateState said = presence.said().state();
            if (said != null) {
                states.put(presence.name(), said);
            }
        }
        return new Board(
                version,
                madeAt,
                alarms.stream()
                        .map(alarm -> card(alarm, states.get(alarm.gate()), people))
                        .toList(),
                gates.stream().map(BoardView::card).toList());
    }

    private static AlarmCard card(OpenAlarm alarm, @Nullable GateState state, People people) {
        return new AlarmCard(
                alarm.ref(),
                alarm.kind(),
                alarm.source(),
                PlaceNames.of(alarm.source(), state),
                isAboutSomebody(alarm.kind())
                        ? HolderNames.in(alarm.detail(), alarm.gate().compound(), people)
                        : alarm.detail(),
                alarm.state(),
                alarm.raisedAt(),
                alarm.heardAt(),
                alarm.times(),
                alarm.acknowledgedBy(),
                alarm.digest());
    }

    private static boolean isAboutSomebody(AlarmKind kind) {
        return kind == AlarmKind.CARD_CLONED
                || kind == AlarmKind.PASSBACK_VIOLATED
                || kind == AlarmKind.OVERSTAYED;
    }

    private static GateCard card(Presence presence) {
        GateLife life = presence.said().life();
        return new GateCard(
                presence.name().compound(),
                presence.name().gate(),
                presence.online(),
                presence.heard(),
                presence.said().state(),
                presence.said().stateHeardAt(),
                life == null ? null : life.version());
    }
}
