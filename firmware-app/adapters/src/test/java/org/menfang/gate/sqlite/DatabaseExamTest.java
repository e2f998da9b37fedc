package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseExamTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir Path data;
    @TempDir Path copies;

    @Test
    void a_database_is_whole_and_is_not_changed_by_the_look() throws Exception {
        assertEquals(new DatabaseExam.Result.None(), look(LIMIT));
        make();
        List<Path> before = files();
        byte[] bytes = Files.readAllBytes(data.resolve(GateDatabase.FILE_NAME));
        assertEquals(new DatabaseExam.Result.Whole(bytes.length, true), look(LIMIT));
        assertEquals(before, files());
        assertArrayEquals(bytes, Files.readAllBytes(data.resolve(GateDatabase.FILE_NAME)));
    }

    @Test
    void a_look_ends_when_its_time_is_over() throws Exception {
        make();
        String file = "jdbc:sqlite:" + data.resolve(GateDatabase.FILE_NAME);
        try (Connection connection = DriverManager.getConnection(file);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE much AS WITH RECURSIVE n(i) AS"
                            + " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
                            + " SELECT i FROM n");
        }
        DatabaseExam.Result.Whole whole =
                assertInstanceOf(DatabaseExam.Result.Whole.class, look(Duration.ZERO));
        assertFalse(whole.complete());
    }

    @Test
    void a_damaged_database_is_told() throws Exception {
        make();
        try (RandomAccessFile file =
                new RandomAccessFile(data.resolve(GateDatabase.FILE_NAME).toFile(), "rw")) {
            file.seek(100);
            file.write(new byte[3_000]);
        }
        DatabaseExam.Result.Broken broken =
                assertInstanceOf(DatabaseExam.Result.Broken.class, look(LIMIT));
        assertTrue(broken.damaged(), broken.why());
    }

    @Test
    void a_file_that_is_no_database_is_told() throws IOException {
        Files.writeString(data.resolve(GateDatabase.FILE_NAME), "no database".repeat(1000));
        assertInstanceOf(DatabaseExam.Result.Broken.class, look(LIMIT));
    }

    private DatabaseExam.Result look(Duration limit) {
        return DatabaseExam.look(data, copies, limit);
    }

    private void make() throws SQLException {
        assertInstanceOf(DatabaseOpening.Opened.class, GateDatabase.open(data)).database().close();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            return all.sorted().toList();
        }
    }
}
