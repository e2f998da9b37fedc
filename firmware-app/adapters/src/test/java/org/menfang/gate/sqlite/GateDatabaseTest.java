package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class GateDatabaseTest {
    @TempDir private Path parent = Path.of("");

    @Test
    void the_folder_and_its_files_are_for_the_gate_only() throws SQLException, IOException {
        try (GateDatabase database = opened()) {
            database.execute("CREATE TABLE written(x INTEGER) STRICT");
            assertEquals("rwx------", rights(folder()));
            try (var files = Files.list(folder())) {
                List<Path> all = files.toList();
                assertEquals(2, all.size(), "the database and its log, no shared memory: " + all);
                for (Path file : all) {
                    assertEquals("rw-------", rights(file));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "journal_mode, wal",
        "synchronous, 2",
        "locking_mode, exclusive",
        "trusted_schema, 0",
        "cell_size_check, 1",
        "foreign_keys, 1",
        "user_version, 4"
    })
    void every_commit_is_durable_and_every_page_checked(String pragma, String expected)
            throws SQLException {
        try (GateDatabase database = opened();
                ResultSet row = database.statement("PRAGMA " + pragma).executeQuery()) {
            assertTrue(row.next());
            assertEquals(expected, row.getString(1));
        }
    }

    @Test
    void a_second_program_is_refused_while_the_first_one_runs() throws SQLException {
        try (GateDatabase first = opened()) {
            assertTrue(first.isWritable());
            DatabaseOpening.Unusable second = unusable();
            assertTrue(second.why().contains("another program"), second::why);
            assertTrue(second.whatToDo().startsWith("stop the other"), second::whatToDo);
        }
        opened().close();
    }

    @Test
    void a_newer_schema_is_refused_and_left_as_it_is() throws SQLException {
        try (GateDatabase database = opened()) {
            database.execute("PRAGMA user_version = 7");
        }
        DatabaseOpening.Unusable refused = unusable();
        assertEquals(
                "the database has schema version 7; this program knows versions up to 4",
                refused.why());
        assertEquals("7", askFile("PRAGMA user_version"));
    }

    @Test
    void a_database_of_an_older_version_is_brought_to_the_next_one_with_its_content()
            throws SQLException {
        try (GateDatabase database = opened()) {
            database.execute("UPDATE gate SET boot = 41");
        }
        Schema next = schemaWith("ALTER TABLE gate ADD COLUMN colour TEXT;");
        DatabaseOpening.Opened opened =
                assertInstanceOf(DatabaseOpening.Opened.class, GateDatabase.open(disk(), next));
        try (GateDatabase database = opened.database()) {
            assertEquals(41, GateRow.load(database).boot());
            database.execute("UPDATE gate SET colour = 'red'");
        }
        assertEquals("5", askFile("PRAGMA user_version"));
    }

    @Test
    void a_step_of_the_schema_that_fails_changes_nothing() throws SQLException {
        opened().close();
        Schema broken =
                schemaWith(
                        "ALTER TABLE gate ADD COLUMN colour TEXT;\nINSERT INTO nowhere VALUES (1);");
        assertInstanceOf(DatabaseOpening.Unusable.class, GateDatabase.open(disk(), broken));
        assertEquals("4", askFile("PRAGMA user_version"));
        assertEquals(
                "0",
                askFile(
                        "SELECT count(*) FROM pragma_table_info('gate')"
                                + " WHERE name = 'colour'"));
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_kept() throws IOException {
        Files.createDirectories(folder());
        Path file = folder().resolve(GateDatabase.FILE_NAME);
        String content = "not a database, but somebody's file\n".repeat(100);
        Files.writeString(file, content);
        DatabaseOpening.Unusable refused = unusable();
        assertTrue(refused.why().contains("not a database"), refused::why);
        assertTrue(refused.whatToDo().contains("import the rules again"), refused::whatToDo);
        assertEquals(content, Files.readString(file));
    }

    @Test
    void the_database_of_another_program_is_refused() throws SQLException, IOException {
        Files.createDirectories(folder());
        askFile("PRAGMA user_version = 1");
        DatabaseOpening.Unusable refused = unusable();
        assertTrue(refused.why().contains("not the database of a gate"), refused::why);
    }

    @Test
    void a_damaged_page_is_found_when_the_database_is_opened() throws SQLException, IOException {
        opened().close();
        Path file = folder().resolve(GateDatabase.FILE_NAME);
        byte[] bytes = Files.readAllBytes(file);
        int pageBytes = 4096;
        for (int i = pageBytes; i < 2 * pageBytes; i++) {
            bytes[i] = (byte) 0xA5;
        }
        Files.write(file, bytes);
        DatabaseOpening.Unusable refused = unusable();
        assertTrue(refused.whatToDo().contains("evidence"), refused::whatToDo);
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_said_so() throws IOException {
        Files.writeString(parent.resolve("file"), "");
        DatabaseOpening.Unusable refused =
                assertInstanceOf(
                        DatabaseOpening.Unusable.class,
                        GateDatabase.open(parent.resolve("file").resolve("data")));
        assertTrue(refused.why().contains("cannot be made"), refused::why);
    }

    @Test
    void a_card_that_cannot_be_written_can_still_be_read() throws SQLException {
        try (GateDatabase database = opened()) {
            database.execute("UPDATE gate SET boot = 41");
        }
        DatabaseOpening.OpenedReadOnly opened =
                assertInstanceOf(
                        DatabaseOpening.OpenedReadOnly.class,
                        GateDatabase.open(new ReadOnlyCard(disk()), Schema.current()));
        assertTrue(opened.why().contains("cannot be opened"), opened::why);
        try (GateDatabase database = opened.database()) {
            assertFalse(database.isWritable());
            assertEquals(41, GateRow.load(database).boot());
            SQLException refused =
                    assertThrows(
                            SQLException.class, () -> database.execute("UPDATE gate SET boot = 1"));
            assertEquals(StorageFault.READ_ONLY, StorageFault.of(refused));
        }
    }

    @Test
    void a_card_that_cannot_be_written_and_was_not_closed_is_read_as_a_copy()
            throws SQLException, IOException {
        Path card = cardThatWasNotClosed();
        Path copies = Files.createDirectory(parent.resolve("copies"));
        DatabaseOpening.OpenedReadOnly opened =
                assertInstanceOf(DatabaseOpening.OpenedReadOnly.class, openReadOnly(card, copies));
        try (GateDatabase database = opened.database()) {
            assertFalse(database.isWritable());
            assertEquals(41, GateRow.load(database).boot(), "what stood only in the log");
            assertThrows(SQLException.class, () -> database.execute("UPDATE gate SET boot = 1"));
            assertEquals(0, files(copies), "the copy has no name any more");
        }
        assertEquals(0, files(copies));
        assertEquals(2, files(card), "the card is as it was");
    }

    @Test
    void without_room_for_a_copy_a_card_that_was_not_closed_is_unusable()
            throws SQLException, IOException {
        DatabaseOpening.Unusable refused =
                assertInstanceOf(
                        DatabaseOpening.Unusable.class,
                        openReadOnly(cardThatWasNotClosed(), parent.resolve("nowhere")));
        assertTrue(refused.whatToDo().startsWith("check the disk"), refused::whatToDo);
        assertFalse(refused.damaged());
    }

    /// What a power cut leaves: all that was committed stands in the log.
    private Path cardThatWasNotClosed() throws SQLException, IOException {
        Path card = Files.createDirectory(parent.resolve("card"));
        try (GateDatabase database = opened()) {
            database.execute("UPDATE gate SET boot = 41");
            for (String name : List.of("gate.db", "gate.db-wal")) {
                Files.copy(folder().resolve(name), card.resolve(name));
            }
        }
        return card;
    }

    private static DatabaseOpening openReadOnly(Path card, Path copies) {
        return GateDatabase.open(
                new ReadOnlyCard(new SqliteConnector(card.resolve(GateDatabase.FILE_NAME), copies)),
                Schema.current());
    }

    private static long files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    /// The operating system refuses to open the file for writing.
    private record ReadOnlyCard(GateDatabase.Connector disk) implements GateDatabase.Connector {
        @Override
        public Connection connect() throws SQLException {
            throw new SQLException("read-only", null, StorageFault.CANNOT_OPEN.code());
        }

        @Override
        public Connection connectToRead() throws SQLException {
            return disk.connectToRead();
        }
    }

    private static Schema schemaWith(String next) {
        List<String> scripts = new ArrayList<>(Schema.current().scripts());
        scripts.add(next);
        return new Schema(scripts);
    }

    private GateDatabase opened() {
        return assertInstanceOf(DatabaseOpening.Opened.class, GateDatabase.open(folder()))
                .database();
    }

    private DatabaseOpening.Unusable unusable() {
        return assertInstanceOf(DatabaseOpening.Unusable.class, GateDatabase.open(folder()));
    }

    private SqliteConnector disk() {
        return new SqliteConnector(folder().resolve(GateDatabase.FILE_NAME));
    }

    private Path folder() {
        return parent.resolve("data");
    }

    private String askFile(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder().resolve(GateDatabase.FILE_NAME));
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
