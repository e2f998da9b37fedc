package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.menfang.gate.CardBits;
import org.menfang.gate.Input;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.PeerEvents;
import org.menfang.wire.json.CommandJson;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.EventTypes;
import org.menfang.wire.json.PeerJson;
import org.menfang.wire.json.ReceivedEvent;

/// What a whole hub or a whole gate does with what it read: each input meets a fresh one.
final class IntakeTargets {
    private static final List<String> LEAVES =
            List.of("events", "alarms", "state", "life", "result", "nonsense");
    private static final byte[] NOTHING = {'{', '}'};

    private IntakeTargets() {}

    static List<FuzzTarget> hub() {
        return List.of(
                new FuzzTarget("hub-intake", IntakeTargets::message),
                new FuzzTarget("hub-intake-framed", IntakeTargets::chain));
    }

    static List<FuzzTarget> gate() {
        return List.of(
                new FuzzTarget("gate-command", IntakeTargets::command),
                new FuzzTarget("gate-acknowledgement", IntakeTargets::acknowledgement),
                new FuzzTarget("gate-peers", IntakeTargets::peers),
                new FuzzTarget("reader-text", IntakeTargets::text),
                new FuzzTarget("reader-bits", IntakeTargets::bits));
    }

    /// The first byte says on which topic the rest comes, and whether it is retained.
    private static void message(byte[] input) throws InterruptedException {
        if (input.length > 0) {
            int first = Byte.toUnsignedInt(input[0]);
            HubUnderFuzz hub = new HubUnderFuzz();
            hub.hear(
                    LEAVES.get(first % LEAVES.size()),
                    Arrays.copyOfRange(input, 1, input.length),
                    first >= Byte.MAX_VALUE);
            hub.check();
        }
    }

    /// Two events, the second of which follows the first as it should; the first byte says of what
    /// kind they are.
    private static void chain(byte[] input) throws InterruptedException {
        if (input.length == 0) {
            return;
        }
        int kind = Byte.toUnsignedInt(input[0]) % EventTypes.ALL.size();
        String type = EventTypes.nameOf(EventTypes.ALL.get(kind));
        byte[] data = Arrays.copyOfRange(input, 1, input.length);
        HubUnderFuzz hub = new HubUnderFuzz();
        byte[] first = Frames.event(1, Sha256.ZERO, type, data);
        hub.hear("events", first, false);
        Sha256 hash =
                EventJson.read(first)
                                instanceof Parsed.Read<List<ReceivedEvent>>(List<ReceivedEvent> one)
                        ? one.getFirst().hash()
                        : Sha256.ZERO;
        hub.hear("events", Frames.event(2, hash, type, data), false);
        hub.hear("events", Frames.event(3, Sha256.ZERO, "org.menfang.unheard", NOTHING), false);
        hub.check();
    }

    private static void command(byte[] input) {
        GateUnderFuzz gate = new GateUnderFuzz();
        Parsed<Command> read = CommandJson.read(input);
        if (read instanceof Parsed.Read<Command>(Command command)) {
            gate.take(new Input.CommandReceived(command));
            gate.take(new Input.CommandReceived(gate.forThis(command)));
            gate.check();
        } else if (read instanceof Parsed.Malformed<Command>(String why)) {
            gate.take(new Input.CommandGarbled(CommandJson.idOf(input), why));
            gate.check();
        }
    }

    private static void acknowledgement(byte[] input) {
        if (Json.parse(input, Acknowledgement.class)
                instanceof Parsed.Read<Acknowledgement>(Acknowledgement said)) {
            GateUnderFuzz gate = new GateUnderFuzz();
            gate.take(new Input.HubAcknowledged(said));
            gate.check();
        }
    }

    private static void peers(byte[] input) {
        if (PeerJson.read(input) instanceof Parsed.Read<PeerEvents>(PeerEvents told)) {
            GateUnderFuzz gate = new GateUnderFuzz();
            gate.take(new Input.PeersTold(told));
            gate.check();
        }
    }

    /// A text at a reader: a tag, a pass, or anything else.
    private static void text(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        GateUnderFuzz gate = new GateUnderFuzz();
        gate.take(
                new Input.CodeRead(
                        gate.reader(),
                        text.substring(0, Math.min(text.length(), Input.CodeRead.TEXT_CHARS_MAX))));
        gate.check();
    }

    /// Two reads, and what follows from them: each byte is eight bits.
    private static void bits(byte[] input) {
        StringBuilder all = new StringBuilder();
        for (byte each : input) {
            all.append(Integer.toBinaryString(0x100 | Byte.toUnsignedInt(each)).substring(1));
        }
        int half = Math.min(all.length() / 2, CardBits.LENGTH_MAX);
        if (half > 0) {
            GateUnderFuzz gate = new GateUnderFuzz();
            gate.take(new Input.CardRead(gate.reader(), new CardBits(all.substring(0, half))));
            gate.take(
                    new Input.CardRead(gate.reader(), new CardBits(all.substring(half, half * 2))));
            gate.check();
            hold(gate.granted() <= 2, "more grants than cards");
        }
    }
}
