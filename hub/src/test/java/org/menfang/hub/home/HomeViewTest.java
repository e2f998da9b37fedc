package org.menfang.hub.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.hub.home.HomeSamples.LAMP;
import static org.menfang.hub.home.HomeSamples.MAIN;
import static org.menfang.hub.home.HomeSamples.NORTH;
import static org.menfang.hub.home.HomeSamples.SIDE;
import static org.menfang.hub.home.HomeSamples.SOUTH;
import static org.menfang.hub.home.HomeSamples.board;
import static org.menfang.hub.home.HomeSamples.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.hub.board.Board;
import org.menfang.json.Json;
import org.menfang.json.JsonSchema;
import org.menfang.json.JsonTree;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState;
import org.menfang.wire.GateState.DoorView;

final class HomeViewTest {
    private static final String NORTH_MAIN = "menfang-home/1/elm-lane/north/door/main";
    private static final String NORTH_LAMP = "menfang-home/1/elm-lane/north/lamp/lamp-1";

    @Test
    void a_board_becomes_these_topics_in_chinese() throws IOException {
        assertGolden("board-zh.txt", view().of(board()));
    }

    @Test
    void a_board_becomes_these_topics_in_english() throws IOException {
        assertGolden(
                "board-en.txt",
                new HomeView(new HomeWords(Locale.ENGLISH), "0.1.0", "").of(board()));
    }

    /// What was written is left under `target/golden`, so that a wanted change is one copy away.
    private static void assertGolden(String file, HomePicture picture) throws IOException {
        StringBuilder written = new StringBuilder();
        picture.messages()
                .forEach((topic, payload) ->
                        written.append(topic).append(' ').append(payload).append('\n'));
        Path copy = Path.of("target/golden/org/menfang/hub/home", file);
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, written);
        try (InputStream golden = HomeViewTest.class.getResourceAsStream(file)) {
            String expected =
                    golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(expected, written.toString());
        }
    }

    @Test
    void every_description_is_as_home_assistant_reads_it() throws IOException {
        JsonSchema schema = schema();
        Set<String> unique = new HashSet<>();
        SortedMap<String, String> messages = view().of(board()).messages();
        for (Map.Entry<String, String> each : documents(messages)) {
            JsonTree document = tree(each.getValue());
            assertEquals(List.of(), schema.check(document), each.getKey());
            JsonTree entities = document.field("components").orThrow();
            for (String key : entities.fieldNames()) {
                JsonTree entity = entities.field(key).orThrow();
                String id = text(entity, "unique_id");
                assertTrue(unique.add(id), id);
                assertTrue(id.matches("[a-z0-9_-]{1,160}"), id);
                assertLeadsToAValue(document, entity, key, messages);
            }
            for (JsonTree topic : availability(document)) {
                assertTrue(isPresence(text(topic, "topic"), messages), each.getKey());
            }
        }
        assertEquals(31, unique.size());
    }

    private static void assertLeadsToAValue(
            JsonTree document, JsonTree entity, String key, SortedMap<String, String> messages) {
        boolean own = entity.fieldNames().contains("state_topic");
        String state = messages.getOrDefault(text(own ? entity : document, "state_topic"), "");
        assertFalse(state.isEmpty(), key);
        if (own) {
            assertTrue(
                    List.of(text(entity, "payload_on"), text(entity, "payload_off"))
                            .contains(state));
            return;
        }
        assertEquals("{{ value_json." + key + " }}", text(entity, "value_template"));
        assertTrue(tree(state).fieldNames().contains(key), key);
        if (entity.fieldNames().contains("options")) {
            assertTrue(options(entity).contains(text(tree(state), key)), key);
        }
    }

    private static List<String> options(JsonTree entity) {
        return entity.field("options").orThrow().elements().orElseThrow().stream()
                .map(option -> option.as(String.class).orThrow())
                .toList();
    }

    private static boolean isPresence(String topic, SortedMap<String, String> messages) {
        return topic.equals(HomeTopics.HUB)
                || List.of("online", "offline").contains(messages.getOrDefault(topic, ""));
    }

    @Test
    void nothing_can_be_told_to_act_and_nobody_is_named() {
        view().of(board())
                .messages()
                .forEach((topic, payload) -> {
                    for (String never :
                            List.of(
                                    "command",
                                    "cmd",
                                    HomeSamples.PERSON,
                                    "1A2B3C",
                                    "h-17",
                                    "somewhere")) {
                        assertFalse(payload.contains(never), topic + " " + payload);
                    }
                });
    }

    /// Phase and mode of a door, whether there is a fire; leaf, lock, forced, held.
    @ParameterizedTest
    @CsvSource({
        "SECURED,   LOCKED,      false, OFF, OFF, OFF, OFF",
        "RELEASED,  ACCESSED,    false, OFF, ON,  OFF, OFF",
        "RELEASED,  LOCKED,      false, OFF, ON,  OFF, OFF",
        "OPEN,      LOCKED,      false, ON,  OFF, OFF, OFF",
        "OPEN,      ACCESSED,    false, ON,  ON,  OFF, OFF",
        "PRE_ALARM, LOCKED,      false, ON,  OFF, OFF, OFF",
        "HELD,      LOCKED,      false, ON,  OFF, OFF, ON",
        "FORCED,    LOCKED,      false, ON,  OFF, ON,  OFF",
        "SECURED,   UNLOCKED,    false, OFF, ON,  OFF, OFF",
        "SECURED,   BLOCKED,     false, OFF, OFF, OFF, OFF",
        "SECURED,   LOCKED_DOWN, false, OFF, OFF, OFF, OFF",
        "SECURED,   LOCKED_OPEN, false, OFF, ON,  OFF, OFF",
        "SECURED,   LOCKED,      true,  OFF, ON,  OFF, OFF"
    })
    void a_door_is_shown_as_it_is(
            DoorPhase phase,
            DoorMode mode,
            boolean fire,
            String leaf,
            String lock,
            String forced,
            String held) {
        var state =
                HomeSamples.state(
                        "北门",
                        SiteLevel.NORMAL,
                        List.of(new DoorView(MAIN, "大门", mode, phase)),
                        List.of());
        var burning =
                new GateState(
                        state.name(),
                        state.time(),
                        state.trust(),
                        1,
                        1,
                        fire,
                        state.level(),
                        null,
                        null,
                        0,
                        List.of(),
                        0,
                        state.doors(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        assertEquals(
                """
                {"leaf":"%s","lock":"%s","forced":"%s","held":"%s"}\
                """
                        .formatted(leaf, lock, forced, held),
                of(board(List.of(), HomeSamples.card(NORTH, true, burning, null)), NORTH_MAIN));
    }

    @ParameterizedTest
    @EnumSource(LampLight.class)
    void a_lamp_is_shown_as_measured(LampLight light) {
        String expected =
                switch (light) {
                    case OFF, STARTING -> "{\"light\":\"OFF\",\"fault\":\"OFF\"}";
                    case BURNING -> "{\"light\":\"ON\",\"fault\":\"OFF\"}";
                    case DEAD, CUT -> "{\"light\":\"OFF\",\"fault\":\"ON\"}";
                };
        assertEquals(
                expected,
                of(board(List.of(), HomeSamples.north(DoorPhase.SECURED, light)), NORTH_LAMP));
    }

    /// The state of an alarm, and what is shown of the supply.
    @ParameterizedTest
    @CsvSource({"RAISED,       ON", "ACKNOWLEDGED, ON", "RETURNED,     OFF", "LATCHED,      OFF"})
    void a_supply_is_shown_as_it_is_and_not_as_its_alarm_stands(AlarmState state, String shown) {
        Map<AlarmKind, String> keys =
                Map.of(
                        AlarmKind.MAINS_LOST, "mains",
                        AlarmKind.BATTERY_LOW, "battery",
                        AlarmKind.UNDER_VOLTAGE, "voltage");
        keys.forEach((kind, key) -> {
            Board board =
                    board(
                            List.of(
                                    HomeSamples.alarm(
                                            1, NORTH, kind, AlarmSource.of(NORTH), state)),
                            HomeSamples.north(DoorPhase.SECURED, LampLight.OFF));
            JsonTree values = tree(of(board, "menfang-home/1/elm-lane/north/state"));
            keys.values()
                    .forEach(each ->
                            assertEquals(each.equals(key) ? shown : "OFF", text(values, each)));
        });
    }

    @Test
    void the_level_of_a_compound_is_the_gravest_of_the_gates_that_are_there() {
        String level = "menfang-home/1/elm-lane/state";
        assertEquals("{\"level\":\"封锁\"}", of(board(), level));
        assertEquals("{\"level\":\"疏散\"}", of(board(List.of(), HomeSamples.south()), level));
        HomePicture unheard = view().of(board(List.of(), HomeSamples.unheard("west")));
        assertEquals(
                Map.of(
                        "menfang-home/1/elm-lane/online",
                        "offline",
                        "menfang-home/1/elm-lane/west/online",
                        "offline"),
                unheard.messages());
    }

    @Test
    void what_is_gone_is_told_from_what_nobody_knows() {
        HomePicture picture = view().of(board());
        GateIdentity north = gate(NORTH);
        GateIdentity west = gate(new GateId("west"));
        assertFalse(picture.isGone(new HomeId.OfDoor(north, SIDE)));
        assertTrue(picture.isGone(new HomeId.OfDoor(north, new DoorId("taken-out"))));
        assertTrue(picture.isGone(new HomeId.OfDoor(gate(SOUTH), MAIN)));
        assertTrue(picture.isGone(new HomeId.OfLamp(gate(new GateId("nowhere")), LAMP)));
        assertTrue(picture.isGone(new HomeId.OfGate(gate(new GateId("nowhere")))));
        assertFalse(picture.isGone(new HomeId.OfDoor(west, MAIN)));
        assertFalse(picture.isGone(new HomeId.OfLamp(west, LAMP)));
        assertFalse(picture.isGone(new HomeId.OfGate(west)));
    }

    @Test
    void there_is_a_most_of_devices_and_of_what_people_wrote() {
        String name = "长".repeat(500);
        var state =
                HomeSamples.state(
                        name,
                        SiteLevel.NORMAL,
                        IntStream.range(0, HomeView.THINGS_MAX)
                                .mapToObj(i ->
                                        new DoorView(
                                                new DoorId("door-" + i),
                                                name,
                                                DoorMode.LOCKED,
                                                DoorPhase.SECURED))
                                .toList(),
                        List.of());
        HomePicture picture =
                view().of(board(List.of(), HomeSamples.card(NORTH, true, state, "1".repeat(500))));
        assertEquals(2, picture.leftOut());
        assertEquals(2 * HomeView.THINGS_MAX + 2, picture.messages().size());
        picture.messages()
                .forEach((topic, payload) ->
                        assertTrue(
                                payload.getBytes(StandardCharsets.UTF_8).length < 4096,
                                topic + " " + payload));
    }

    @Test
    void topics_name_their_things() {
        for (HomeId id :
                List.of(
                        new HomeId.OfCompound(HomeSamples.ELM),
                        new HomeId.OfGate(gate(NORTH)),
                        new HomeId.OfGate(gate(new GateId("state"))),
                        new HomeId.OfDoor(gate(NORTH), MAIN),
                        new HomeId.OfDoor(gate(NORTH), new DoorId("state")),
                        new HomeId.OfLamp(gate(NORTH), LAMP))) {
            assertEquals(id, HomeId.ofDocument(id.document()).orElseThrow());
            assertEquals(id, HomeId.ofState(id.state()).orElseThrow());
        }
        for (String foreign :
                List.of(
                        "homeassistant/device/other_elm-lane/config",
                        "homeassistant/device/menfang_elm-lane_north_door/config",
                        "homeassistant/device/menfang_elm-lane_north_siren_x/config",
                        "homeassistant/device/menfang_ELM/config",
                        "homeassistant/device/menfang_/config",
                        "homeassistant/device/menfang_elm-lane/state",
                        HomeTopics.HUB,
                        HomeTopics.online(gate(NORTH)),
                        HomeTopics.online(HomeSamples.ELM))) {
            assertTrue(HomeId.ofDocument(foreign).isEmpty(), foreign);
            assertTrue(HomeId.ofState(foreign).isEmpty(), foreign);
        }
    }

    @Test
    void every_word_is_there_in_both_languages() throws IOException {
        assertEquals(keys("words_zh.properties"), keys("words_en.properties"));
    }

    private static Set<Object> keys(String file) throws IOException {
        Properties words = new Properties();
        try (InputStream in = HomeView.class.getResourceAsStream(file)) {
            words.load(Objects.requireNonNull(in));
        }
        return words.keySet();
    }

    private static String of(Board board, String topic) {
        return view().of(board).messages().getOrDefault(topic, "");
    }

    private static GateIdentity gate(GateId gate) {
        return new GateIdentity(HomeSamples.ELM, gate);
    }

    private static List<Map.Entry<String, String>> documents(SortedMap<String, String> messages) {
        return messages.entrySet().stream()
                .filter(each -> each.getKey().startsWith("homeassistant/"))
                .toList();
    }

    /// Those of the device and of each entity that has its own.
    private static List<JsonTree> availability(JsonTree document) {
        JsonTree entities = document.field("components").orThrow();
        List<JsonTree> all =
                new ArrayList<>(document.field("availability").orThrow().elements().orElseThrow());
        entities.fieldNames().stream()
                .map(key -> entities.field(key).orThrow())
                .filter(entity -> entity.fieldNames().contains("availability"))
                .flatMap(entity -> stream(entity))
                .forEach(all::add);
        return all;
    }

    private static Stream<JsonTree> stream(JsonTree entity) {
        return entity.field("availability").orThrow().elements().orElseThrow().stream();
    }

    private static String text(JsonTree tree, String key) {
        return tree.field(key, String.class).orThrow();
    }

    private static JsonTree tree(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = HomeViewTest.class.getResourceAsStream("discovery.schema.json")) {
            return JsonSchema.of(Json.parse(Objects.requireNonNull(in).readAllBytes()).orThrow());
        }
    }
}
