package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.home.HomeBridge;
import org.menfang.hub.trust.Trust;
import org.menfang.hub.trust.Viewers;
import org.menfang.mqtt.LinkOptions;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.GateState;
import org.menfang.wire.GateState.DoorView;

/// The broker inside the hub with what the hub shows there, seen by a client that somebody else
/// wrote, and that does what Home Assistant does.
@Timeout(120)
final class HomeAtBrokerTest {
    private static final Path PROGRAM = Path.of("/usr/bin/mosquitto_sub");
    private static final Path SPEAKER = Path.of("/usr/bin/mosquitto_pub");
    private static final DoorId MAIN = new DoorId("main");
    private static final DoorId SIDE = new DoorId("side");
    private static final String DOOR = "menfang-home/1/lane/north/door/";
    private static final String CLOSED =
            "{\"leaf\":\"OFF\",\"lock\":\"OFF\",\"forced\":\"OFF\",\"held\":\"OFF\"}";

    private static final String FORCED =
            "{\"leaf\":\"ON\",\"lock\":\"OFF\",\"forced\":\"ON\",\"held\":\"OFF\"}";

    @TempDir Path folder;

    private final AtomicReference<Board> board = new AtomicReference<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Trust trust;
    private EmbeddedBroker broker;
    private Viewers.Papers papers;
    private boolean firstIsThere;

    @BeforeAll
    static void a_client_is_installed() {
        assertTrue(
                Files.isExecutable(PROGRAM),
                "this test needs Debian's clients: apt-get install mosquitto-clients");
    }

    @BeforeEach
    void start() throws Exception {
        trust = Trust.open(folder.resolve("trust"), List.of("localhost"), Clock.systemUTC());
        broker =
                EmbeddedBroker.start(
                        BrokerOptions.of(folder.resolve("broker"), "127.0.0.1", 0), trust);
        open.add(broker);
        papers =
                Viewers.open(folder.resolve("trust"), Clock.systemUTC())
                        .orElseThrow()
                        .issue("home", folder.resolve("out"));
        board.set(board(1, MAIN, SIDE));
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    /// Home Assistant asks for many things at once, some of them of other makers; the one refusal
    /// must not take the rest with it.
    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void home_assistant_finds_devices_and_their_states(String protocol) throws Exception {
        bridge();
        Viewer viewer =
                viewer(
                        protocol,
                        "homeassistant/+/+/config",
                        "homeassistant/+/+/+/config",
                        "tasmota/discovery/#",
                        "menfang/#",
                        DOOR + "main",
                        "menfang-home/1/hub",
                        "menfang-home/1/lane/north/online");
        List<String> heard = viewer.until("menfang-home/1/hub online");
        heard.addAll(viewer.until(4 - documents(heard), "homeassistant/device/"));
        assertTrue(heard.contains(DOOR + "main " + CLOSED), heard.toString());
        assertTrue(heard.contains("menfang-home/1/lane/north/online online"), heard.toString());
        assertEquals(
                4,
                heard.stream()
                        .filter(line -> line.startsWith("homeassistant/device/menfang_lane"))
                        .distinct()
                        .count(),
                heard.toString());
        board.set(board(2, DoorPhase.FORCED, MAIN, SIDE));
        viewer.until(DOOR + "main " + FORCED);
    }

    @Test
    void a_door_that_is_taken_out_is_taken_from_home_assistant() throws Exception {
        bridge();
        Viewer viewer = viewer("mqttv5", "homeassistant/+/+/config", "menfang-home/1/hub");
        viewer.until("menfang-home/1/hub online");
        board.set(board(2, MAIN));
        viewer.until("homeassistant/device/menfang_lane_north_door_side/config ");
        Viewer later = viewer("mqttv5", "menfang-home/#", "homeassistant/#");
        List<String> heard = later.until(5, "menfang-home/");
        heard.addAll(later.until(3 - documents(heard), "homeassistant/"));
        assertFalse(heard.toString().contains("side"), heard.toString());
    }

    @Test
    void a_hub_that_stops_is_away_and_one_that_starts_again_doubles_nothing() throws Exception {
        HomeBridge first = bridge();
        Viewer viewer = viewer("mqttv5", "menfang-home/1/hub", "homeassistant/+/+/config");
        viewer.until("menfang-home/1/hub online");
        first.close();
        viewer.until("menfang-home/1/hub offline");
        bridge();
        List<String> heard = viewer.until("menfang-home/1/hub online");
        assertEquals(0, documents(heard), heard.toString());
    }

    @Test
    void a_hub_that_is_killed_is_away_after_its_will() throws Exception {
        SilentProxy proxy = new SilentProxy(broker.port());
        open.add(proxy);
        bridge(proxy.port());
        Viewer viewer = viewer("mqttv5", "menfang-home/1/hub");
        viewer.until("menfang-home/1/hub online");
        proxy.close();
        viewer.until("menfang-home/1/hub offline");
    }

    /// Home Assistant says that it is there, and leaves a will; nobody hears either.
    @Test
    void what_home_assistant_says_reaches_nobody() throws Exception {
        bridge();
        Viewer other = viewer("mqttv5", "homeassistant/status", DOOR + "main");
        other.until(DOOR + "main " + CLOSED);
        Viewers.Papers own = another();
        Viewer speaking =
                new Viewer(
                        new ProcessBuilder(
                                        command(
                                                PROGRAM,
                                                "mqttv311",
                                                own,
                                                "--will-topic",
                                                "homeassistant/status",
                                                "--will-payload",
                                                "offline",
                                                "-F",
                                                "%t %p",
                                                "-t",
                                                "menfang-home/1/hub"))
                                .start());
        open.add(speaking::end);
        speaking.until("menfang-home/1/hub online");
        speaking.end();
        Process birth =
                new ProcessBuilder(
                                command(
                                        SPEAKER,
                                        "mqttv311",
                                        own,
                                        "-t",
                                        "homeassistant/status",
                                        "-m",
                                        "online"))
                        .start();
        assertTrue(birth.waitFor(30, TimeUnit.SECONDS));
        board.set(board(2, DoorPhase.FORCED, MAIN, SIDE));
        List<String> heard = other.until(DOOR + "main " + FORCED);
        assertFalse(heard.toString().contains("homeassistant/status"), heard.toString());
    }

    private HomeBridge bridge() throws IOException {
        return bridge(broker.port());
    }

    private HomeBridge bridge(int port) throws IOException {
        HomeBridge bridge =
                new HomeBridge(board::get, () -> true, Locale.SIMPLIFIED_CHINESE, "0.1.0", "");
        bridge.start(LinkOptions.of("localhost", port, trust.homeContext(), Trust.HOME));
        open.add(bridge);
        return bridge;
    }

    private static long documents(List<String> heard) {
        return heard.stream().filter(line -> line.startsWith("homeassistant/device/")).count();
    }

    private static Board board(long version, DoorId... doors) {
        return board(version, DoorPhase.SECURED, doors);
    }

    private static Board board(long version, DoorPhase phase, DoorId... doors) {
        Instant now = Instant.parse("2026-11-22T08:00:00Z");
        GateState state =
                new GateState(
                        "北门",
                        now,
                        TimeTrust.TRUSTED,
                        1,
                        1,
                        false,
                        SiteLevel.NORMAL,
                        null,
                        null,
                        0,
                        List.of(),
                        0,
                        List.of(doors).stream()
                                .map(door -> new DoorView(door, "门", DoorMode.LOCKED, phase))
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        GateCard north =
                new GateCard(
                        new CompoundId("lane"),
                        new GateId("north"),
                        true,
                        now,
                        state,
                        now,
                        "0.1.0");
        return new Board(version, now, List.of(), List.of(north));
    }

    private Viewer viewer(String protocol, String... filters) throws Exception {
        List<String> more = new ArrayList<>(List.of("-F", "%t %p"));
        for (String filter : filters) {
            more.add("-t");
            more.add(filter);
        }
        Viewers.Papers own = firstIsThere ? another() : papers;
        firstIsThere = true;
        Viewer viewer =
                new Viewer(
                        new ProcessBuilder(
                                        command(
                                                PROGRAM,
                                                protocol,
                                                own,
                                                more.toArray(String[]::new)))
                                .redirectError(folder.resolve("errors").toFile())
                                .start());
        open.add(viewer::end);
        return viewer;
    }

    private Viewers.Papers another() throws IOException {
        return Viewers.open(folder.resolve("trust"), Clock.systemUTC())
                .orElseThrow()
                .issue("second", folder.resolve("out"));
    }

    private List<String> command(
            Path program, String protocol, Viewers.Papers own, String... more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                program.toString(),
                                "-h",
                                "localhost",
                                "-p",
                                Integer.toString(broker.port()),
                                "-V",
                                protocol,
                                "--cafile",
                                own.authority().toString(),
                                "--cert",
                                own.certificate().toString(),
                                "--key",
                                own.key().toString(),
                                "-i",
                                own.clientId()));
        command.addAll(List.of(more));
        return command;
    }

    /// A client in a process of its own.
    private record Viewer(Process process, BufferedReader out) {
        Viewer(Process process) {
            this(process, process.inputReader(StandardCharsets.UTF_8));
        }

        /// All lines up to one.
        List<String> until(String wanted) throws IOException {
            List<String> lines = new ArrayList<>();
            String line;
            do {
                line = out.readLine();
                assertNotNull(line, () -> "waited in vain for " + wanted + " after " + lines);
                lines.add(line);
            } while (!line.equals(wanted));
            return lines;
        }

        /// All lines up to so many that begin in a way.
        List<String> until(long count, String beginning) throws IOException {
            List<String> lines = new ArrayList<>();
            long left = count;
            while (left > 0) {
                String line = out.readLine();
                assertNotNull(line, () -> "waited in vain for " + beginning + " after " + lines);
                lines.add(line);
                left -= line.startsWith(beginning) ? 1 : 0;
            }
            return lines;
        }

        void end() throws InterruptedException {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
