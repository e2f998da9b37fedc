package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.proxy.FaultMode;
import org.menfang.system.BadPaths.Survival;
import org.menfang.vocabulary.EventStream;

/// Gates with their real loop, journal and link, the hub's program with its broker, and between
/// them a path for each gate that goes bad in a way of its own; all at the same time.
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RoughLinkTest {
    private static final System.Logger LOG = System.getLogger(RoughLinkTest.class.getName());

    private static final Duration FOUND_MAX = Duration.ofSeconds(20);
    private static final Duration STANDS_MAX = Duration.ofSeconds(45);
    private static final int GAPS = 0;

    /// Faults that a session outlives.
    private static final Map<String, FaultMode> SLOW =
            Map.of(
                    "late", new FaultMode.Delay(Duration.ofMillis(400)),
                    "narrow", new FaultMode.Throttle(16_000),
                    "sliced", new FaultMode.Slice(7));

    /// Faults that everybody notices.
    private static final Map<String, FaultMode> LOUD =
            Map.of(
                    "reset", new FaultMode.ResetAfter(20_000),
                    "corrupt", new FaultMode.Corrupt(5_000),
                    "refused", new FaultMode.Refuse());

    /// Faults of which nobody tells.
    private static final Map<String, FaultMode> SILENT =
            Map.of(
                    "half-open", new FaultMode.HalfOpen(),
                    "swallowed", new FaultMode.SilentAfter(0),
                    "broken-off", new FaultMode.SilentAfter(2_500));

    @TempDir static Path folder;
    private static final List<ProxiedGate> GATES = Collections.synchronizedList(new ArrayList<>());
    private static final ExecutorService SIDE_BY_SIDE = Executors.newVirtualThreadPerTaskExecutor();
    private static final Map<String, Future<Survival>> SURVIVALS = new LinkedHashMap<>();
    private static FarHub hub;
    private static Future<BadPaths.Drain> drain;
    private static Future<Duration> lazyLink;

    @BeforeAll
    static void begin() throws Exception {
        hub = FarHub.start(folder);
        SLOW.forEach((name, mode) -> endure(name, gate -> BadPaths.endureSlow(gate, mode)));
        SILENT.forEach(
                (name, mode) -> endure(name, gate -> BadPaths.endureDeadly(gate, mode, () -> {})));
        // So long that their attempts come as seldom as they ever do.
        LOUD.forEach((name, mode) ->
                endure(name, gate -> BadPaths.endureDeadly(gate, mode, RoughLinkTest::awaitFound)));
        endure("twin", BadPaths::endureTwin);
        drain = onItsOwn("drained", BadPaths::drain);
        lazyLink = onItsOwn("lazy", BadPaths::awaitLazyLink);
    }

    @AfterAll
    static void end() throws Exception {
        SIDE_BY_SIDE.shutdownNow();
        for (ProxiedGate gate : GATES) {
            gate.close();
        }
        hub.close();
    }

    private static void awaitFound() throws Exception {
        for (String name : SILENT.keySet()) {
            survival(name);
        }
    }

    private static Survival survival(String name) throws Exception {
        return Objects.requireNonNull(SURVIVALS.get(name)).get();
    }

    private interface Scene<T> {
        T play(ProxiedGate gate) throws Exception;
    }

    private static void endure(String name, Scene<Survival> scene) {
        SURVIVALS.put(name, onItsOwn(name, scene));
    }

    private static <T> T play(ProxiedGate gate, Scene<T> scene) throws Exception {
        try {
            return scene.play(gate);
        } catch (AssertionError e) {
            throw new AssertionError(gate.identity() + ": " + hub.state(), e);
        }
    }

    private static <T> Future<T> onItsOwn(String name, Scene<T> scene) {
        long seed = GATES.size();
        Callable<T> play =
                () -> {
                    ProxiedGate gate = ProxiedGate.join(hub, name, folder.resolve(name), seed);
                    GATES.add(gate);
                    return play(gate, scene);
                };
        return SIDE_BY_SIDE.submit(play);
    }

    @Test
    @Order(1)
    void a_silent_peer_is_found_within_20_s() throws Exception {
        Duration longest = Duration.ZERO;
        for (String name : SILENT.keySet()) {
            Duration found = survival(name).found();
            LOG.log(System.Logger.Level.INFO, "{0}: found after {1}", name, found);
            longest = longest.compareTo(found) > 0 ? longest : found;
        }
        assertWithin(FOUND_MAX, longest);
    }

    @Test
    @Order(2)
    void a_link_that_does_not_watch_is_not_found_out_within_20_s() throws Exception {
        assertTrue(lazyLink.get().compareTo(FOUND_MAX) > 0, "the paths are not silent");
    }

    @Test
    @Order(3)
    void a_new_session_works_within_45_s_after_the_path_does() throws Exception {
        Duration longest = Duration.ZERO;
        for (Map.Entry<String, Future<Survival>> each : SURVIVALS.entrySet()) {
            Survival survival = each.getValue().get();
            LOG.log(System.Logger.Level.INFO, "{0}: {1}", each.getKey(), survival);
            longest = longest.compareTo(survival.works()) > 0 ? longest : survival.works();
        }
        assertWithin(STANDS_MAX, longest);
    }

    @Test
    @Order(4)
    void each_deadly_fault_killed_a_session_and_no_slow_one_did() throws Exception {
        for (Map.Entry<String, Future<Survival>> each : SURVIVALS.entrySet()) {
            Survival survival = each.getValue().get();
            boolean slow = SLOW.containsKey(each.getKey());
            assertEquals(slow, survival.losses().isEmpty(), () -> each.getKey() + survival);
        }
    }

    @Test
    @Order(5)
    void a_thousand_events_drain_in_30_s_over_256_kbit_a_second_and_alarms_go_first()
            throws Exception {
        BadPaths.Drain seen = drain.get();
        LOG.log(System.Logger.Level.INFO, "drain: {0}", seen);
        assertWithin(Duration.ofSeconds(30), seen.spent());
        assertTrue(seen.eventsHeldBeforeAlarms() < 100, seen::toString);
        assertTrue(seen.eventsWaitingAtNewAlarm() > 200, seen::toString);
        assertTrue(seen.eventsHeldDuringNewAlarm() < 300, seen::toString);
        assertTrue(seen.bytesPerSecond() <= 1.05 * BadPaths.NARROW, seen::toString);
    }

    @Test
    @Order(6)
    void the_hub_then_holds_every_event_once_in_order_in_an_unbroken_chain() throws Exception {
        for (Future<Survival> survival : SURVIVALS.values()) {
            survival.get();
        }
        drain.get();
        for (ProxiedGate gate : GATES) {
            gate.close();
        }
        hub.stop();
        for (ProxiedGate gate : GATES) {
            for (EventStream stream : EventStream.values()) {
                List<String> held = hub.held(gate.identity(), stream);
                String name = gate.identity() + " " + stream;
                assertEquals("", BadPaths.compare(gate.written(stream), held), name);
                assertTrue(held.size() >= gate.watch().held(stream), name);
            }
        }
        assertEquals(GAPS, hub.gaps());
    }

    @Test
    void a_lost_a_doubled_a_swapped_and_an_altered_event_would_be_seen() {
        List<String> written = List.of("a", "b", "c");
        assertEquals("", BadPaths.compare(written, List.of("a", "b", "c")));
        assertEquals("", BadPaths.compare(written, List.of("a", "b")));
        for (List<String> wrong :
                List.of(
                        List.of("a", "c"),
                        List.of("a", "a", "b", "c"),
                        List.of("b", "a", "c"),
                        List.of("a", "x", "c"))) {
            assertNotEquals("", BadPaths.compare(written, wrong));
        }
    }

    private static void assertWithin(Duration limit, Duration seen) {
        assertTrue(seen.compareTo(limit) <= 0, () -> seen + " is more than " + limit);
    }
}
