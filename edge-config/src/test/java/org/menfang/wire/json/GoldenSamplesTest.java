package org.menfang.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.Golden;
import org.menfang.json.Json;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.CommandResult;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;
import org.menfang.wire.HubLife;
import org.menfang.wire.PeerEvents;
import org.menfang.wire.Samples;

class GoldenSamplesTest {
    private static final String FOLDER = "org/menfang/wire/samples/";

    @Test
    void there_is_a_sample_of_every_event_and_of_every_order() {
        Set<Class<?>> events =
                Samples.eventBodies().stream().map(EventBody::getClass).collect(Collectors.toSet());
        assertEquals(Set.copyOf(EventTypes.ALL), events);
        Set<Class<?>> orders =
                Samples.commands().stream()
                        .map(command -> command.order().getClass())
                        .collect(Collectors.toSet());
        assertEquals(Set.of(Command.Order.class.getPermittedSubclasses()), orders);
    }

    @Test
    void every_event_has_its_text_and_comes_back_from_it() {
        Sha256 previous = Sha256.ZERO;
        StringBuilder chain = new StringBuilder();
        for (Event event : Samples.events()) {
            String text = EventJson.write(event, previous);
            chain.append(text).append('\n');
            ReceivedEvent received = EventJson.read(text.getBytes(UTF_8)).orThrow().getFirst();
            assertEquals(event, received.event());
            assertEquals(text, received.text());
            assertEquals(previous, received.previous());
            assertEquals(Sha256.of(text), received.hash());
            assertEquals(EventTypes.nameOf(event.body()), received.type());
            previous = received.hash();
        }
        Golden.check(FOLDER + "events.jsonl", chain.toString());
    }

    @Test
    void a_batch_is_read_event_by_event() {
        List<String> texts =
                Samples.events().stream()
                        .map(event -> EventJson.write(event, Sha256.ZERO))
                        .toList();
        List<ReceivedEvent> received = EventJson.read(EventJson.batch(texts)).orThrow();
        assertEquals(texts, received.stream().map(ReceivedEvent::text).toList());
    }

    @Test
    void every_order_has_its_text_and_comes_back_from_it() {
        StringBuilder texts = new StringBuilder();
        for (Command command : Samples.commands()) {
            byte[] text = CommandJson.write(command);
            texts.append(new String(text, UTF_8)).append('\n');
            assertEquals(command, CommandJson.read(text).orThrow());
            assertEquals(command.id(), CommandJson.idOf(text));
        }
        Golden.check(FOLDER + "commands.jsonl", texts.toString());
    }

    @Test
    void everything_else_has_its_text_and_comes_back_from_it() {
        assertAll(
                () -> check("acknowledgements", Samples.acknowledgements(), Acknowledgement.class),
                () -> check("command-results", Samples.commandResults(), CommandResult.class),
                () -> check("gate-life", List.of(Samples.gateLife()), GateLife.class),
                () -> check("hub-life", List.of(Samples.hubLife()), HubLife.class),
                () -> check("gate-state", List.of(Samples.gateState()), GateState.class),
                () -> check("rule-set", List.of(Samples.ruleSet()), RuleSet.class));
    }

    @Test
    void peer_events_have_their_text_and_come_back_from_it() {
        List<String> texts =
                Samples.events().stream()
                        .limit(2)
                        .map(event -> EventJson.write(event, Sha256.ZERO))
                        .toList();
        byte[] message = PeerJson.write(Samples.GATE, 4_699, texts);
        assertEquals(
                new PeerEvents(Samples.GATE, 4_699, Samples.events().subList(0, 2)),
                PeerJson.read(message).orThrow());
        Golden.check(FOLDER + "peers.jsonl", new String(message, UTF_8) + "\n");
    }

    @Test
    void an_event_of_a_later_version_is_kept_as_it_came() {
        String text =
                EventJson.write(Samples.events().getFirst(), Sha256.ZERO)
                        .replace("access-granted", "tea-served")
                        .replace("\"data\":{", "\"data\":{\"sugar\":[1,2],");
        ReceivedEvent received = EventJson.read(text.getBytes(UTF_8)).orThrow().getFirst();
        assertEquals(new EventBody.Unrecognised("org.menfang.tea-served"), received.event().body());
        assertEquals(text, received.text());
    }

    @Test
    void a_command_that_is_no_whole_command_still_tells_its_id() {
        assertEquals(
                new CommandId("12345678"),
                CommandJson.idOf("{\"id\":\"12345678\"}".getBytes(UTF_8)));
        assertEquals(null, CommandJson.idOf("{\"id\":".getBytes(UTF_8)));
    }

    private static <T> void check(String name, List<T> values, Class<T> type) {
        StringBuilder texts = new StringBuilder();
        for (T value : values) {
            byte[] text = Json.write(value);
            texts.append(new String(text, UTF_8)).append('\n');
            assertEquals(value, Json.parse(text, type).orThrow());
        }
        assertTrue(!values.isEmpty());
        Golden.check(FOLDER + name + ".jsonl", texts.toString());
    }
}
