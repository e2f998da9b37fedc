package org.menfang.sim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The demo as a user starts it: a process that starts processes.
@Timeout(240)
final class DemoProcessTest {
    @TempDir Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void a_demo_ends_by_itself_and_its_hub_has_heard_of_people_and_its_gate() throws Exception {
        Path data = folder.resolve("data");
        Process demo = start("--for", "20s", "--data", data.toString());
        String told = new String(demo.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, demo.waitFor(), told);
        assertTrue(told.contains("/sign-in?code="), told);
        assertTrue(eventsAtHub(data) > 3, told);
        assertLeftNothing();
    }

    @Test
    void a_signal_ends_a_demo_and_removes_its_folder() throws Exception {
        Process demo = start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = demo.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
                if (line.contains("kill -9")) {
                    // Not Process.destroy, which would close what we read.
                    demo.toHandle().destroy();
                }
            }
        }
        assertEquals(0, demo.waitFor(), told.toString());
        assertTrue(told.contains("Stopping …"), told.toString());
        assertLeftNothing();
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process demo = start("--port", Integer.toString(taken.getLocalPort()));
            String told = new String(demo.getInputStream().readAllBytes(), UTF_8);
            assertEquals(ExitStatus.UNAVAILABLE, demo.waitFor(), told);
            assertTrue(told.contains("Port " + taken.getLocalPort() + " is taken"), told);
        }
        assertLeftNothing();
    }

    /// Starts it in an empty working folder, with an empty folder for temporary files.
    private Process start(String... arguments) throws IOException {
        Path home = Path.of("..").toAbsolutePath().normalize();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Dmenfang.home=" + home,
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "demo",
                        "--language",
                        "en"));
        command.addAll(List.of(arguments));
        if (!command.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        Path working = Files.createDirectories(folder.resolve("working"));
        Process process =
                new ProcessBuilder(command)
                        .directory(working.toFile())
                        .redirectErrorStream(true)
                        .start();
        started.add(process);
        return process;
    }

    private static int eventsAtHub(Path data) throws SQLException {
        String url = "jdbc:sqlite:" + data.resolve("hub/hub.db");
        try (Connection hub = DriverManager.getConnection(url);
                Statement statement = hub.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM event")) {
            assertTrue(count.next());
            return count.getInt(1);
        }
    }

    private void assertLeftNothing() throws IOException {
        for (String name : List.of("tmp", "working")) {
            try (Stream<Path> left = Files.list(folder.resolve(name))) {
                assertEquals(List.of(), left.toList());
            }
        }
    }
}
