package org.menfang.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.CommandResult;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;
import org.menfang.wire.HubLife;
import org.menfang.wire.RandomValues;
import org.menfang.wire.Samples;

class RoundTripTest {
    private static final int ROUNDS = 2_000;

    @Test
    void whatever_is_written_is_read_again() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            RandomValues random = new RandomValues(seed);
            checkEvent(random.of(Event.class), random.of(Sha256.class));
            Command command = random.of(Command.class);
            assertEquals(command, CommandJson.read(CommandJson.write(command)).orThrow());
            check(random.of(Acknowledgement.class), Acknowledgement.class);
            check(random.of(CommandResult.class), CommandResult.class);
            check(random.of(GateLife.class), GateLife.class);
            check(random.of(HubLife.class), HubLife.class);
            check(random.of(GateState.class), GateState.class);
        }
    }

    @Test
    void a_text_with_changed_bytes_is_read_or_refused_but_never_breaks_the_reader() {
        byte[] text = EventJson.write(Samples.events().getFirst(), Sha256.ZERO).getBytes(UTF_8);
        byte[] command = CommandJson.write(Samples.commands().getFirst());
        byte[] state = Json.write(Samples.gateState());
        byte[] rules = Json.write(Samples.ruleSet());
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            EventJson.read(changed(text, random));
            CommandJson.read(changed(command, random));
            CommandJson.idOf(changed(command, random));
            Json.parse(changed(state, random), GateState.class);
            Json.parse(changed(rules, random), RuleSet.class);
        }
    }

    @Test
    void a_text_that_is_cut_short_is_refused() {
        byte[] text = EventJson.write(Samples.events().getFirst(), Sha256.ZERO).getBytes(UTF_8);
        for (int length = 0; length < text.length; length++) {
            byte[] part = Arrays.copyOf(text, length);
            assertInstanceOf(Parsed.Malformed.class, EventJson.read(part));
        }
    }

    private static void checkEvent(Event event, Sha256 previous) {
        String text = EventJson.write(event, previous);
        ReceivedEvent received = EventJson.read(text.getBytes(UTF_8)).orThrow().getFirst();
        assertEquals(text, received.text());
        if (event.body() instanceof EventBody.Unrecognised) {
            return;
        }
        assertEquals(event, received.event());
        assertEquals(previous, received.previous());
    }

    private static <T> void check(T value, Class<T> type) {
        assertEquals(value, Json.parse(Json.write(value), type).orThrow());
    }

    private static byte[] changed(byte[] text, Random random) {
        byte[] changed = text.clone();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            changed[random.nextInt(changed.length)] =
                    (byte)
                            (random.nextBoolean()
                                    ? random.nextInt(256)
                                    : "\"{}[],:\\u0-e".charAt(random.nextInt(12)));
        }
        return changed;
    }
}
