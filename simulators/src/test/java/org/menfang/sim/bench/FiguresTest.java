package org.menfang.sim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What benchmarks reckon with.
final class FiguresTest {
    @TempDir Path folder;

    @Test
    void a_figure_stands_beside_its_reach_and_their_ratio() {
        assertEquals(
                new Figure("stored", "10,000/s", ">= 5,000/s", "2.00"),
                Figure.above("stored", 10_000, 5_000));
        assertEquals(
                new Figure("seen", "250.0 ms", "<= 1,000.0 ms", "0.25"),
                Figure.quickerThan("seen", 250_000_000, 1_000_000_000));
    }

    @Test
    void what_is_limited_stands_beside_its_limit_in_its_unit() {
        assertEquals(
                new Figure("held", "80.00 MB", "<= 100.00 MB", "0.80"),
                Figure.atMost("held", 80, 100, "MB"));
        assertEquals(new Figure("lost", "0", "= 0", "0.00"), Figure.none("lost", 0));
        assertEquals(new Figure("lost", "2", "= 0", "over"), Figure.none("lost", 2));
    }

    @Test
    void a_process_uses_what_it_used_more_than_before() {
        RestingProcess before = new RestingProcess(0, 0, 100, 1, 1, 1);
        RestingProcess after = new RestingProcess(2_000_000_000, 20_000_000, 120, 1, 1, 1);
        assertEquals(0.01, after.cpuSince(before));
        assertEquals(10, after.wakeUpsASecondSince(before));
    }

    @Test
    void a_rate_counts_by_the_second() {
        assertEquals(2_000, IngestBench.rate(1_000, 500_000_000));
    }

    @Test
    void resident_memory_is_read_from_what_linux_tells() {
        assertEquals(
                70_000L * 1024, ResidentMemory.bytes("VmSize:\t  1 kB\nVmRSS:\t   70000 kB\n"));
        assertThrows(IllegalArgumentException.class, () -> ResidentMemory.bytes("VmSize: 1 kB"));
    }

    @Test
    void a_copy_is_whole_if_each_event_is_there_once_in_order() throws SQLException {
        Path file = folder.resolve("hub.db");
        assertTrue(stored(file, 1, 2, 3).isAllUpTo(3));
        assertFalse(stored(file, 1, 2, 3).isAllUpTo(4), "the newest are missing");
        assertFalse(stored(file, 1, 3).isAllUpTo(3), "one is missing");
        assertFalse(stored(file, 1, 3, 2).isAllUpTo(3), "one came late");
        assertFalse(stored(file, 2, 3).isAllUpTo(3), "the first is missing");
    }

    private static StoredCopy stored(Path file, int... seqs) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS event");
            statement.execute("CREATE TABLE IF NOT EXISTS chain_gap (gate INTEGER)");
            statement.execute(
                    "CREATE TABLE event (number INTEGER PRIMARY KEY, stream INTEGER, seq INTEGER)");
            for (int seq : seqs) {
                statement.execute("INSERT INTO event (stream, seq) VALUES (0, " + seq + ")");
            }
        }
        return StoredCopy.read(file);
    }
}
