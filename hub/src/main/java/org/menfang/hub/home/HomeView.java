package org.menfang.hub.home;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.Priority;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState;
import org.menfang.wire.GateState.DoorView;
import org.menfang.wire.GateState.LampView;

/// Turns the board into what Home Assistant sees of it.
///
/// It reads places and states and nothing that says who: no detail of an alarm, no name of whoever
/// answered it or set a level.
///
/// @param words in the language of those who look
/// @param version of the hub
/// @param compoundName what people call the compound, where the hub has a single one; may be empty
record HomeView(HomeWords words, String version, String compoundName) {
    /// Most devices. Each takes two topics of the broker, three with a gate.
    static final int THINGS_MAX = 1_000;

    /// What Home Assistant reads as a value that nobody knows.
    private static final String UNKNOWN = "None";

    HomePicture of(Board board) {
        HomePicture picture = new HomePicture();
        List<CompoundId> compounds =
                board.gates().stream().map(GateCard::compound).distinct().sorted().toList();
        for (CompoundId compound : compounds) {
            List<GateCard> gates =
                    board.gates().stream()
                            .filter(gate -> gate.compound().equals(compound))
                            .toList();
            gates.forEach(gate -> picture.knows(identity(gate)));
            show(picture, compound, gates, compounds.size() == 1);
            gates.forEach(gate -> show(picture, gate, board.alarms()));
        }
        return picture;
    }

    private void show(
            HomePicture picture, CompoundId compound, List<GateCard> gates, boolean alone) {
        List<GateCard> heard = gates.stream().filter(gate -> gate.state() != null).toList();
        boolean anyOnline = heard.stream().anyMatch(GateCard::online);
        picture.show(HomeTopics.online(compound), anyOnline);
        SiteLevel level =
                heard.stream()
                        .filter(gate -> gate.online() || !anyOnline)
                        .flatMap(gate -> Optional.ofNullable(gate.state()).stream())
                        .map(GateState::level)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        if (level == null) {
            return;
        }
        HomeId id = new HomeId.OfCompound(compound);
        String name =
                alone && !compoundName.isEmpty()
                        ? HomeDocument.shortened(compoundName)
                        : compound.value();
        HomeDocument document =
                new HomeDocument(
                        id,
                        name,
                        "compound",
                        words,
                        List.of(HomeTopics.HUB, HomeTopics.online(compound)));
        document.oneOf("level", words.levels());
        picture.show(id, document.text(version), json("level", words.of(level)));
    }

    private void show(HomePicture picture, GateCard card, List<AlarmCard> alarms) {
        GateIdentity gate = identity(card);
        GateState state = card.state();
        picture.show(HomeTopics.online(gate), card.online() && state != null);
        if (state == null) {
            picture.hasNotSaid(gate);
            return;
        }
        String name = HomeDocument.shortened(state.name());
        showGate(picture, card, state, name, alarms);
        state.doors().forEach(door -> show(picture, gate, name, door, state.fire()));
        state.lamps().forEach(lamp -> show(picture, gate, name, lamp));
    }

    private void showGate(
            HomePicture picture,
            GateCard card,
            GateState state,
            String name,
            List<AlarmCard> alarms) {
        GateIdentity gate = identity(card);
        HomeId id = new HomeId.OfGate(gate);
        List<AlarmCard> own =
                alarms.stream()
                        .filter(alarm ->
                                alarm.ref().compound().equals(card.compound())
                                        && alarm.ref().gate().equals(card.gate()))
                        .toList();
        picture.show(id, gateDocument(id, gate, name, card.version()), gateState(card, state, own));
    }

    private String gateDocument(
            HomeId id, GateIdentity gate, String name, @Nullable String program) {
        List<String> hubAlone = List.of(HomeTopics.HUB);
        HomeDocument document =
                new HomeDocument(id, name, "gate", words, present(gate)).running(program);
        document.onOff("connectivity", "connectivity")
                .without("value_template")
                .with("state_topic", HomeTopics.online(gate))
                .with("payload_on", HomePicture.ONLINE)
                .with("payload_off", HomePicture.OFFLINE)
                .with("entity_category", "diagnostic")
                .holdingWith(hubAlone);
        // The hub keeps alarms, so that these hold without the gate as well.
        document.value("alarms").with("icon", "mdi:alarm-light").holdingWith(hubAlone);
        document.oneOf("priority", words.priorities()).holdingWith(hubAlone);
        document.onOff("tamper", "tamper").holdingWith(hubAlone);
        document.onOff("fire", "safety");
        document.onOff("mains", "problem");
        document.onOff("battery", "battery");
        document.onOff("voltage", "problem");
        document.value("version").with("entity_category", "diagnostic").holdingWith(hubAlone);
        return document.text(version);
    }

    private String gateState(GateCard card, GateState state, List<AlarmCard> alarms) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("alarms", alarms.size());
        values.put(
                "priority",
                alarms.stream()
                        .map(alarm -> alarm.kind().priority())
                        .min(Comparator.<Priority>naturalOrder())
                        .map(words::of)
                        .orElseGet(words::noPriority));
        values.put("tamper", onOff(isOpen(AlarmKind.TAMPER, alarms)));
        values.put("fire", onOff(state.fire()));
        values.put("mains", onOff(isThere(AlarmKind.MAINS_LOST, alarms)));
        values.put("battery", onOff(isThere(AlarmKind.BATTERY_LOW, alarms)));
        values.put("voltage", onOff(isThere(AlarmKind.UNDER_VOLTAGE, alarms)));
        String program = card.version();
        values.put("version", program == null ? UNKNOWN : HomeDocument.shortened(program));
        return HomeDocument.json(values);
    }

    /// Whether the cause of an alarm is there now, whatever people have made of the alarm.
    private static boolean isThere(AlarmKind kind, List<AlarmCard> alarms) {
        return alarms.stream().anyMatch(alarm -> alarm.kind() == kind && alarm.isCauseThere());
    }

    private static boolean isOpen(AlarmKind kind, List<AlarmCard> alarms) {
        return alarms.stream().anyMatch(alarm -> alarm.kind() == kind);
    }

    private void show(
            HomePicture picture, GateIdentity gate, String gateName, DoorView door, boolean fire) {
        HomeId id = new HomeId.OfDoor(gate, door.id());
        HomeDocument document =
                new HomeDocument(id, within(gateName, door.name()), "door", words, present(gate));
        document.onOff("leaf", "door");
        document.onOff("lock", "lock");
        document.onOff("forced", "problem");
        document.onOff("held", "problem");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("leaf", onOff(isOpen(door.phase())));
        values.put("lock", onOff(fire || isReleased(door)));
        values.put("forced", onOff(door.phase() == DoorPhase.FORCED));
        values.put("held", onOff(door.phase() == DoorPhase.HELD));
        picture.show(id, document.text(version), HomeDocument.json(values));
    }

    private static boolean isOpen(DoorPhase phase) {
        return switch (phase) {
            case SECURED, RELEASED -> false;
            case OPEN, PRE_ALARM, HELD, FORCED -> true;
        };
    }

    private static boolean isReleased(DoorView door) {
        return door.phase() == DoorPhase.RELEASED || isReleasing(door.mode());
    }

    private static boolean isReleasing(DoorMode mode) {
        return switch (mode) {
            case LOCKED, BLOCKED, LOCKED_DOWN -> false;
            case UNLOCKED, ACCESSED, LOCKED_OPEN -> true;
        };
    }

    private void show(HomePicture picture, GateIdentity gate, String gateName, LampView lamp) {
        HomeId id = new HomeId.OfLamp(gate, lamp.id());
        HomeDocument document =
                new HomeDocument(id, within(gateName, lamp.name()), "lamp", words, present(gate));
        document.onOff("light", "light");
        document.onOff("fault", "problem");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("light", onOff(lamp.light() == LampLight.BURNING));
        values.put("fault", onOff(isFault(lamp.light())));
        picture.show(id, document.text(version), HomeDocument.json(values));
    }

    private static boolean isFault(LampLight light) {
        return switch (light) {
            case OFF, BURNING, STARTING -> false;
            case DEAD, CUT -> true;
        };
    }

    /// What a door or lamp of a gate is called in a list of all devices.
    private static String within(String gateName, String name) {
        return gateName + " " + HomeDocument.shortened(name);
    }

    private static List<String> present(GateIdentity gate) {
        return List.of(HomeTopics.HUB, HomeTopics.online(gate));
    }

    private static GateIdentity identity(GateCard card) {
        return new GateIdentity(card.compound(), card.gate());
    }

    private static String onOff(boolean on) {
        return on ? "ON" : "OFF";
    }

    private static String json(String key, String value) {
        return HomeDocument.json(Map.of(key, value));
    }
}
