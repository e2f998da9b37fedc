package org.menfang.sim.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.people.CommitteeRules;
import org.menfang.sim.rest.RestFace;

/// The office of a demo, at a hub and a gate that are processes of their own.
@Timeout(600)
final class OfficeSeedTest {
    private static final Path SITE = Path.of("../edge-config/sites/clinic.yaml");
    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 200;

    /// What each page shows in the end.
    private static final Map<String, String> PAGES = pages();

    @TempDir Path folder;

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC);
    private final List<Process> started = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/roles", "周凤英");
        pages.put("/two-persons", "郑国庆");
        pages.put("/roster", "赵淑珍");
        pages.put("/rounds", "3 / 3");
        pages.put("/points", "李桂兰");
        pages.put("/repairs", "声控灯");
        pages.put("/incidents", "车棚");
        pages.put("/decisions", "路灯");
        pages.put("/money/xingfu-li", "车棚摄像头");
        pages.put("/people", "p-001");
        pages.put("/people/care", "李桂兰");
        pages.put("/visitors", "data-pass");
        pages.put("/open/board", "声控灯");
        return pages;
    }

    @AfterEach
    void stop() {
        started.forEach(process -> process.destroyForcibly().onExit().join());
    }

    @Test
    void every_page_is_filled_a_piece_that_fails_says_so_and_nothing_is_added_twice()
            throws Exception {
        DemoSetUp setUp = running();
        // For a while nobody finds the hands of the simulated gate.
        Path port = setUp.folder().gate().resolve(RestFace.PORT_FILE);
        Path aside = Files.move(port, folder.resolve("port"));
        assertEquals(1, furnish(setUp), told::toString);
        assertEquals(OfficePiece.Name.values().length - 1, done(), told::toString);
        assertTrue(told.stream().anyMatch(line -> line.contains("没做成：一根被剪的灯线")), told::toString);
        try (Office office = new Office(setUp, this::pause)) {
            for (Map.Entry<String, String> page : PAGES.entrySet()) {
                assertTrue(office.shows(page.getKey(), page.getValue()), page::toString);
            }
        }

        Files.move(aside, port);
        assertEquals(0, furnish(setUp), told::toString);
        assertEquals(1, done(), told::toString);
        int acts = actsOfPeople();

        assertEquals(0, furnish(setUp), told::toString);
        assertEquals(0, done(), told::toString);
        assertEquals(acts, actsOfPeople());
    }

    private int furnish(DemoSetUp setUp) throws InterruptedException {
        told.clear();
        return OfficeSeed.furnish(setUp, this::pause, DemoWords.zh, told::add);
    }

    private long done() {
        return told.stream().filter(line -> line.contains("✓")).count();
    }

    /// Waits a moment; a program that ends meanwhile is a failure.
    private boolean pause() throws InterruptedException {
        for (Process process : started) {
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                fail("a program ended with " + process.exitValue());
            }
        }
        return false;
    }

    /// A hub and a gate in which nobody lives.
    private DemoSetUp running() throws IOException, InterruptedException, DemoFailure {
        DemoSetUp setUp =
                DemoSetUp.write(
                        DemoFolder.make(folder),
                        Ports.free(),
                        SITE,
                        CommitteeRules.Terms.of(day, 1));
        setUp.importPeople();
        setUp.importRules();
        started.add(setUp.hubProgram().start(List.of(), setUp.hubArguments()));
        await("hub", new HubProbe(setUp.ports().board())::isReady);
        setUp.publishRules();
        started.add(
                setUp.gateProgram()
                        .start(
                                List.of(
                                        "menfang.sim.speed=1",
                                        "menfang.sim.start=" + day + "T10:00"),
                                setUp.gateArguments(setUp.enrolmentCode())));
        Path port = setUp.folder().gate().resolve(RestFace.PORT_FILE);
        await("gate", () -> Files.isReadable(port));
        return setUp;
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private void await(String what, Condition condition) throws InterruptedException {
        long until = System.nanoTime() + WAIT.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                fail(what + ": waited in vain");
            }
            pause();
        }
    }

    private int actsOfPeople() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("hub/hub.db");
        try (Connection hub = DriverManager.getConnection(url);
                Statement statement = hub.createStatement();
                ResultSet count =
                        statement.executeQuery(
                                "SELECT count(*) FROM entry"
                                        + " WHERE json_extract(text, '$.by') <> 'hub'")) {
            assertTrue(count.next());
            return count.getInt(1);
        }
    }
}
