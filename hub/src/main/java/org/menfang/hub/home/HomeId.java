package org.menfang.hub.home;

import java.util.List;
import java.util.Optional;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.Name;
import org.menfang.wire.GateIdentity;

/// Names a thing that Home Assistant shows as one device.
///
/// Its text holds only what Home Assistant allows, and no two things have the same: our names have
/// no underscore, which stands between them.
sealed interface HomeId {
    String FIRST = "menfang";
    String BETWEEN = "_";
    String DOOR = "door";
    String LAMP = "lamp";

    record OfCompound(CompoundId compound) implements HomeId {
        @Override
        public List<String> parts() {
            return List.of(compound.value());
        }

        @Override
        public String state() {
            return HomeTopics.state(compound);
        }
    }

    record OfGate(GateIdentity gate) implements HomeId {
        @Override
        public List<String> parts() {
            return List.of(gate.compound().value(), gate.gate().value());
        }

        @Override
        public String state() {
            return HomeTopics.state(gate);
        }
    }

    record OfDoor(GateIdentity gate, DoorId door) implements HomeId {
        @Override
        public List<String> parts() {
            return List.of(gate.compound().value(), gate.gate().value(), DOOR, door.value());
        }

        @Override
        public String state() {
            return HomeTopics.state(gate, DOOR, door.value());
        }
    }

    record OfLamp(GateIdentity gate, LampId lamp) implements HomeId {
        @Override
        public List<String> parts() {
            return List.of(gate.compound().value(), gate.gate().value(), LAMP, lamp.value());
        }

        @Override
        public String state() {
            return HomeTopics.state(gate, LAMP, lamp.value());
        }
    }

    List<String> parts();

    /// Where its state stands.
    String state();

    default String text() {
        return FIRST + BETWEEN + String.join(BETWEEN, parts());
    }

    /// Where its description stands.
    default String document() {
        return HomeTopics.DISCOVERY + "device/" + text() + "/config";
    }

    /// The thing that a topic describes; empty if that is none of ours.
    static Optional<HomeId> ofDocument(String topic) {
        String prefix = HomeTopics.DISCOVERY + "device/" + FIRST + BETWEEN;
        String suffix = "/config";
        if (!topic.startsWith(prefix) || !topic.endsWith(suffix)) {
            return Optional.empty();
        }
        String text = topic.substring(prefix.length(), topic.length() - suffix.length());
        return of(text.split(BETWEEN, -1));
    }

    /// The thing whose state stands in a topic; empty if none does.
    static Optional<HomeId> ofState(String topic) {
        if (!topic.startsWith(HomeTopics.ROOT)) {
            return Optional.empty();
        }
        List<String> parts = List.of(topic.substring(HomeTopics.ROOT.length()).split("/", -1));
        boolean ofDoorOrLamp = parts.size() == 4;
        List<String> names = ofDoorOrLamp ? parts : parts.subList(0, parts.size() - 1);
        return of(names.toArray(String[]::new)).filter(id -> id.state().equals(topic));
    }

    private static Optional<HomeId> of(String[] parts) {
        for (String part : parts) {
            if (!Name.isValid(part)) {
                return Optional.empty();
            }
        }
        if (parts.length == 0) {
            return Optional.empty();
        }
        if (parts.length == 1) {
            return Optional.of(new OfCompound(new CompoundId(parts[0])));
        }
        Optional<GateIdentity> gate = GateIdentity.parse(parts[0] + "/" + parts[1]);
        return switch (parts.length) {
            case 2 -> gate.map(OfGate::new);
            case 4 -> gate.flatMap(of -> thing(of, parts[2], parts[3]));
            default -> Optional.empty();
        };
    }

    private static Optional<HomeId> thing(GateIdentity gate, String kind, String name) {
        return switch (kind) {
            case DOOR -> Optional.of(new OfDoor(gate, new DoorId(name)));
            case LAMP -> Optional.of(new OfLamp(gate, new LampId(name)));
            default -> Optional.empty();
        };
    }
}
