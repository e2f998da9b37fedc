package org.menfang.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.json.Located;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DeviceKind;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.PinCheck;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Grounds;
import org.menfang.wire.Samples;
import org.menfang.wire.Topics;

class MessageSchemasTest {
    private static final MessageSchemas SCHEMAS = MessageSchemas.load();
    private static final Path SAMPLES = Path.of("src/test/resources/org/menfang/wire/samples");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    events.jsonl,           EVENTS
                    gate-state.jsonl,       STATE
                    gate-life.jsonl,        LIFE
                    acknowledgements.jsonl, ACK
                    commands.jsonl,         COMMAND
                    command-results.jsonl,  RESULT
                    peers.jsonl,            PEERS
                    hub-life.jsonl,         HUB
                    """)
    void every_sample_keeps_the_contract(String file, MessageKind kind) throws IOException {
        for (String line : Files.readAllLines(SAMPLES.resolve(file))) {
            assertEquals(List.of(), SCHEMAS.check(kind, line.getBytes(UTF_8)), line);
        }
    }

    @Test
    void a_batch_keeps_the_contract_on_its_own_stream_only() throws IOException {
        List<String> texts = Files.readAllLines(SAMPLES.resolve("events.jsonl"));
        byte[] batch = EventJson.batch(texts);
        assertEquals(List.of(), SCHEMAS.check(MessageKind.EVENTS, batch));
        assertFalse(SCHEMAS.check(MessageKind.ALARMS, batch).isEmpty());
        byte[] alarm = texts.get(9).replace("\"events\"", "\"alarms\"").getBytes(UTF_8);
        assertEquals(List.of(), SCHEMAS.check(MessageKind.ALARMS, alarm));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EVENTS  | events.jsonl           | "specversion":"1.0"   | "specversion":"1"
                    EVENTS  | events.jsonl           | "seq":4700            | "Seq":4700
                    EVENTS  | events.jsonl           | "prevhash":"0         | "prevHash":"0
                    EVENTS  | events.jsonl           | "timetrust"           | "timeTrust"
                    EVENTS  | events.jsonl           | access-granted        | access-given
                    EVENTS  | events.jsonl           | "passed":             | "past":
                    EVENTS  | events.jsonl           | "picture":4711        | "picture":"4711"
                    EVENTS  | events.jsonl           | "picture":4711        | "image":4711
                    EVENTS  | events.jsonl           | "seq":4700            | "seq":4700.5
                    STATE   | gate-state.jsonl       | "FORCED"              | "BROKEN"
                    STATE   | gate-state.jsonl       | "fire":false,         | ''
                    LIFE    | gate-life.jsonl        | "online":true         | "online":"yes"
                    ACK     | acknowledgements.jsonl | "seq":4711            | "seq":-1
                    COMMAND | commands.jsonl         | "act":"ACCESS"        | "act":"OPEN"
                    COMMAND | commands.jsonl         | "order":"act-on-door" | "order":"reset-alarm"
                    RESULT  | command-results.jsonl  | "REFUSED_EXPIRED"     | "LATE"
                    PEERS   | peers.jsonl            | "after":4699          | "after":-1
                    HUB     | hub-life.jsonl         | "version":"0.1.0"     | "version":""
                    HUB     | hub-life.jsonl         | }                     | }}
                    """)
    void a_message_that_breaks_the_contract_is_found(
            MessageKind kind, String file, String part, String instead) throws IOException {
        String line = Files.readAllLines(SAMPLES.resolve(file)).getFirst();
        byte[] broken = line.replace(part, instead).getBytes(UTF_8);
        assertFalse(line.equals(new String(broken, UTF_8)));
        assertFalse(SCHEMAS.check(kind, broken).isEmpty());
    }

    @Test
    void every_topic_has_a_channel_and_every_channel_a_topic() {
        Topics topics = new Topics(Samples.COMPOUND, Samples.GATE);
        Set<String> ours =
                Set.of(
                        topics.stream(EventStream.EVENTS),
                        topics.stream(EventStream.ALARMS),
                        topics.state(),
                        topics.life(),
                        topics.acknowledgement(),
                        topics.command(),
                        topics.result(),
                        topics.rules(),
                        topics.peers(),
                        topics.hub());
        Set<String> described =
                section("channels").entries().stream()
                        .map(channel -> ((Located.Mapping) channel.value()).find("address"))
                        .map(address -> ((Located.Text) address.orElseThrow().value()).value())
                        .map(address ->
                                address.replace("{compound}", Samples.COMPOUND.value())
                                        .replace("{gate}", Samples.GATE.value()))
                        .collect(Collectors.toSet());
        assertEquals(ours, described);
        assertEquals(
                Set.of(MessageKind.values()),
                ours.stream()
                        .filter(topic -> !topic.equals(topics.rules()))
                        .map(topic -> MessageKind.ofTopic(topic).orElseThrow())
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_topic_of_somebody_else_has_no_kind() {
        for (String topic :
                List.of("", "menfang/2/a/b/events", "menfang/1/a/hub/events/x", "menfang/1/hub")) {
            assertEquals(Optional.empty(), MessageKind.ofTopic(topic), topic);
        }
    }

    @Test
    void every_kind_of_event_has_a_schema() {
        Set<String> names =
                section("components", "schemas").entries().stream()
                        .map(entry -> entry.key().value())
                        .collect(Collectors.toSet());
        for (Class<?> type : EventTypes.ALL) {
            assertEquals(true, names.contains(type.getSimpleName()), type.getSimpleName());
        }
        assertEquals(
                EventTypes.ALL.stream().map(EventTypes::nameOf).toList(),
                words(section("components", "schemas", "Event", "properties", "type")));
    }

    @Test
    void every_vocabulary_is_complete() {
        List.<Class<? extends Enum<?>>>of(
                        AlarmKind.class,
                        AlarmState.class,
                        CommandOutcome.class,
                        CredentialClass.class,
                        Grounds.CodeCheck.class,
                        DenyReason.class,
                        DeviceKind.class,
                        DoorAct.class,
                        DoorMode.class,
                        DoorPhase.class,
                        EventStream.class,
                        HolderKind.class,
                        LampLight.class,
                        PinCheck.class,
                        SiteLevel.class,
                        TimeTrust.class)
                .forEach(type ->
                        assertEquals(
                                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList(),
                                words(section("components", "schemas", type.getSimpleName())),
                                type.getSimpleName()));
    }

    private static List<String> words(Located.Mapping schema) {
        Located.Sequence words = (Located.Sequence) schema.find("enum").orElseThrow().value();
        return words.elements().stream().map(word -> ((Located.Text) word).value()).toList();
    }

    private static Located.Mapping section(String... path) {
        Located.Mapping section = SCHEMAS.document();
        for (String key : path) {
            section = (Located.Mapping) section.find(key).orElseThrow().value();
        }
        return section;
    }
}
