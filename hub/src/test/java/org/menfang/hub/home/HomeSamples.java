package org.menfang.hub.home;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.GateState;
import org.menfang.wire.GateState.DoorView;
import org.menfang.wire.GateState.LampView;

/// A compound for tests: two gates that are there, one away, one that was never heard.
final class HomeSamples {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final CompoundId ELM = new CompoundId("elm-lane");
    static final GateId NORTH = new GateId("north");
    static final GateId SOUTH = new GateId("south");
    static final DoorId MAIN = new DoorId("main");
    static final DoorId SIDE = new DoorId("side");
    static final LampId LAMP = new LampId("lamp-1");
    static final String PERSON = "王秀英";

    private HomeSamples() {}

    static HomeView view() {
        return new HomeView(new HomeWords(Locale.SIMPLIFIED_CHINESE), "0.1.0", "榆树巷");
    }

    static Board board() {
        return board(
                List.of(
                        alarm(1, NORTH, AlarmKind.FORCED_OPEN, AlarmSource.of(MAIN)),
                        alarm(2, NORTH, AlarmKind.TAMPER, AlarmSource.of(NORTH)),
                        alarm(3, SOUTH, AlarmKind.LAMP_DEAD, AlarmSource.of(LAMP))),
                north(DoorPhase.FORCED, LampLight.BURNING),
                south(),
                unheard("west"));
    }

    static Board board(List<AlarmCard> alarms, GateCard... gates) {
        return new Board(1, NOW, alarms, List.of(gates));
    }

    static GateCard north(DoorPhase phase, LampLight light) {
        return card(
                NORTH,
                true,
                state(
                        "北门",
                        SiteLevel.LOCKDOWN,
                        List.of(
                                new DoorView(MAIN, "大门", DoorMode.LOCKED, phase),
                                new DoorView(SIDE, "侧门", DoorMode.UNLOCKED, DoorPhase.RELEASED)),
                        List.of(new LampView(LAMP, "一号路灯", light))),
                "0.1.0");
    }

    static GateCard south() {
        return card(
                SOUTH,
                false,
                state(
                        "南门",
                        SiteLevel.EVACUATION,
                        List.of(),
                        List.of(new LampView(LAMP, "九号路灯", LampLight.DEAD))),
                null);
    }

    static GateCard unheard(String gate) {
        return new GateCard(ELM, new GateId(gate), false, null, null, null);
    }

    static GateCard card(GateId gate, boolean online, GateState state, @Nullable String version) {
        return new GateCard(ELM, gate, online, NOW, state, NOW, version);
    }

    static GateState state(
            String name, SiteLevel level, List<DoorView> doors, List<LampView> lamps) {
        return new GateState(
                name,
                NOW,
                TimeTrust.TRUSTED,
                1,
                1_000,
                false,
                level,
                null,
                new OperatorName(PERSON),
                0,
                List.of(),
                0,
                doors,
                lamps,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static AlarmCard alarm(long id, GateId gate, AlarmKind kind, AlarmSource source) {
        return alarm(id, gate, kind, source, AlarmState.ACKNOWLEDGED);
    }

    static AlarmCard alarm(
            long id, GateId gate, AlarmKind kind, AlarmSource source, AlarmState state) {
        return new AlarmCard(
                new AlarmRef(ELM, gate, false, new AlarmId(id)),
                kind,
                source,
                "somewhere",
                PERSON + " w26:1A2B3C h-17",
                state,
                NOW,
                NOW,
                1,
                new OperatorName(PERSON),
                null);
    }
}
