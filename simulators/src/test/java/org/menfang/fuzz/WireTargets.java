package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;
import org.menfang.standard.EventMap;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;
import org.menfang.wire.HubLife;
import org.menfang.wire.json.CommandJson;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.EventTypes;
import org.menfang.wire.json.MessageKind;
import org.menfang.wire.json.PeerJson;
import org.menfang.wire.json.ReceivedEvent;

/// What gate and hub say to each other, kind by kind. What was read is written and read again: it
/// has to be the same.
final class WireTargets {
    private WireTargets() {}

    static List<FuzzTarget> events() {
        return List.of(
                new FuzzTarget("json", WireTargets::json),
                new FuzzTarget("topic", WireTargets::topic),
                new FuzzTarget("events", WireTargets::read),
                new FuzzTarget("event-framed", WireTargets::framedEvent),
                new FuzzTarget("state", input -> record(input, GateState.class)),
                new FuzzTarget("peers", PeerJson::read));
    }

    static List<FuzzTarget> orders() {
        return List.of(
                new FuzzTarget("command", WireTargets::command),
                new FuzzTarget("acknowledgement", input -> record(input, Acknowledgement.class)),
                new FuzzTarget("life", input -> record(input, GateLife.class)),
                new FuzzTarget("result", input -> record(input, CommandResult.class)),
                new FuzzTarget("hub-life", input -> record(input, HubLife.class)));
    }

    private static void json(byte[] input) {
        if (Json.parse(input) instanceof Parsed.Read<JsonTree>(JsonTree tree)) {
            byte[] written = tree.write();
            hold(
                    Json.parse(written) instanceof Parsed.Read<JsonTree>(JsonTree again)
                            && Arrays.equals(again.write(), written),
                    "what was written is read as something else");
        }
    }

    private static void topic(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        MessageKind.ofTopic(text);
        GateIdentity.parse(text)
                .ifPresent(gate -> hold(gate.toString().equals(text), "another gate"));
    }

    private static void read(byte[] input) {
        if (EventJson.read(input)
                instanceof Parsed.Read<List<ReceivedEvent>>(List<ReceivedEvent> events)) {
            events.forEach(WireTargets::follow);
        }
    }

    private static void follow(ReceivedEvent event) {
        EventMap.onvif(event.event().body());
        EventMap.bacnet(event.event().body());
        hold(Sha256.of(event.text()).equals(event.hash()), "a hash of another text");
        hold(
                EventJson.read(event.text().getBytes(StandardCharsets.UTF_8))
                                instanceof
                                Parsed.Read<List<ReceivedEvent>>(List<ReceivedEvent> again)
                        && again.equals(List.of(event)),
                "an event whose text is read as another one");
    }

    /// The first byte says which kind of event the rest is the data of.
    private static void framedEvent(byte[] input) {
        if (input.length > 0) {
            int kind = Byte.toUnsignedInt(input[0]) % EventTypes.ALL.size();
            read(
                    Frames.event(
                            1,
                            Sha256.ZERO,
                            EventTypes.nameOf(EventTypes.ALL.get(kind)),
                            Arrays.copyOfRange(input, 1, input.length)));
        }
    }

    private static void command(byte[] input) {
        CommandJson.idOf(input);
        if (CommandJson.read(input) instanceof Parsed.Read<Command>(Command command)) {
            hold(
                    CommandJson.read(CommandJson.write(command)).orThrow().equals(command),
                    "another command");
        }
    }

    private static <T> void record(byte[] input, Class<T> type) {
        if (Json.parse(input, type) instanceof Parsed.Read<T>(T value)) {
            hold(Json.parse(Json.write(value), type).orThrow().equals(value), "another record");
        }
    }
}
