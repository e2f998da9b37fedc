package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The ladder of a gate whose disk is not as it should be, rung by rung, with the whole program.
@Timeout(300)
class StorageRungsTest {
    private static final Path LANE = Path.of("../../edge-config/sites/lane.yaml");
    private static final String DECIDES = "the gate decides";
    private static final String ALARM = "storage failed, gate lane";

    @TempDir Path folder;

    private Path data;
    private LaneRules rules;

    @BeforeEach
    void importRules() throws Exception {
        data = folder.resolve("data");
        rules = new LaneRules(folder, data);
        rules.importVersion(1);
    }

    @AfterEach
    void allowWriting() throws IOException {
        setRights("rwx------");
    }

    @Test
    void a_folder_that_cannot_be_written_is_read_and_residents_get_in() throws Exception {
        setRights("r-x------");
        try (GateProcess gate = GateProcess.runWithoutPrivileges(LANE, data)) {
            gate.awaitWords(ALARM);
            checkResidentsGetIn(gate);
            stop(gate);
        }
    }

    @Test
    void a_folder_that_lost_its_right_to_write_in_a_power_cut_is_read_as_a_copy() throws Exception {
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            checkResidentsGetIn(gate);
            gate.kill();
        }
        assertTrue(Files.size(data.resolve("gate.db-wal")) > 0, "not all is in the file");
        setRights("r-x------");
        try (GateProcess gate = GateProcess.runWithoutPrivileges(LANE, data)) {
            gate.awaitWords(ALARM);
            checkResidentsGetIn(gate);
            stop(gate);
        }
    }

    @Test
    void a_folder_that_can_be_written_again_gets_all_that_waited() throws Exception {
        setRights("r-x------");
        try (GateProcess gate = GateProcess.runWithoutPrivileges(LANE, data)) {
            gate.awaitWords(ALARM);
            checkResidentsGetIn(gate);
            setRights("rwx------");
            gate.awaitWords("its cause is gone");
            stop(gate);
        }
        String database = Files.readString(data.resolve("gate.db"), StandardCharsets.ISO_8859_1);
        assertTrue(database.contains("lane-gate"), "what happened meanwhile is on the disk");
    }

    @Test
    void a_damaged_database_is_moved_aside_and_the_last_good_rules_decide() throws Exception {
        damageDatabase();
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords("a new database was begun");
            gate.awaitWords(ALARM);
            checkResidentsGetIn(gate);
            stop(gate);
        }
        assertTrue(Files.exists(data.resolve("damaged-1-gate.db")));
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            checkResidentsGetIn(gate);
            stop(gate);
            assertTrue(!gate.said().contains("a new database"), "it climbed back: " + gate.said());
        }
    }

    @Test
    void a_damaged_database_on_a_card_that_cannot_be_written_leaves_the_last_good_rules()
            throws Exception {
        damageDatabase();
        setRights("r-x------");
        try (GateProcess gate = GateProcess.runWithoutPrivileges(LANE, data)) {
            gate.awaitWords(ALARM);
            checkResidentsGetIn(gate);
            setRights("rwx------");
            assertEquals(74, gate.awaitExit(), "it starts again with a database: " + gate.said());
        }
    }

    @Test
    void without_anything_readable_every_card_is_denied_and_only_leaving_works() throws Exception {
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            stop(gate);
        }
        damageDatabase();
        Files.writeString(data.resolve("last-good-rules"), "noise");
        Files.writeString(data.resolve("keys").resolve("log-signing.pem"), "noise");
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords("every card is denied, and only leaving works");
            gate.awaitWords(ALARM);
            gate.showCard("lane-reader", LaneRules.RESIDENT);
            gate.awaitWords("denied at lane-in");
            stop(gate);
        }
        List<String> lock = Files.readAllLines(data.resolve(RecordingHardwareProvider.LEVELS));
        assertEquals("17 low", lock.get(lock.size() - 2), "the way out is free at the end");
        rules.importVersion(2);
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            checkResidentsGetIn(gate);
            stop(gate);
        }
    }

    @Test
    void a_set_that_was_taken_back_never_comes_back_from_the_file() throws Exception {
        rules.importWithoutResident(2);
        damageDatabase();
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords("a new database was begun");
            gate.showCard("lane-reader", LaneRules.RESIDENT);
            gate.awaitWords("denied at lane-in");
            stop(gate);
        }
    }

    @Test
    void a_folder_that_goes_while_the_gate_runs_is_an_alarm_and_residents_get_in()
            throws Exception {
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            deleteAll(data);
            gate.showCard("lane-reader", LaneRules.STRANGER);
            gate.awaitWords(ALARM);
            checkResidentsGetIn(gate);
            gate.terminate();
            gate.awaitExit();
        }
    }

    private void checkResidentsGetIn(GateProcess gate) throws IOException {
        gate.showCard("lane-reader", LaneRules.RESIDENT);
        gate.awaitWords("granted at lane-in: door lane-gate");
        gate.showCard("lane-reader", LaneRules.STRANGER);
        gate.awaitWords("denied at lane-in: unknown credential");
    }

    private static void stop(GateProcess gate) throws Exception {
        gate.terminate();
        assertEquals(0, gate.awaitExit(), gate::said);
    }

    private void damageDatabase() throws IOException {
        byte[] noise =
                "not a database, but noise\n".repeat(400).getBytes(StandardCharsets.US_ASCII);
        Files.write(data.resolve("gate.db"), noise);
    }

    private void setRights(String rights) throws IOException {
        if (Files.exists(data)) {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(rights));
            String ofFiles = rights.replace('x', '-');
            try (Stream<Path> files = Files.list(data)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(ofFiles));
                }
            }
        }
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
