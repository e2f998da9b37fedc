package org.menfang.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path folder;

    @Test
    void a_new_file_gets_the_whole_schema_and_can_be_opened_again() {
        try (Database database = open("hub.db")) {
            database.change(DatabaseTest::addGate);
        }
        try (Database database = open("hub.db")) {
            assertEquals(1, database.read(DatabaseTest::countGates));
            assertEquals(Schema.VERSION, database.read(Schema::versionOf));
        }
    }

    @Test
    void a_reader_sees_what_was_committed_while_somebody_writes() {
        try (Database database = open("hub.db")) {
            database.change(writer -> {
                addGate(writer);
                assertEquals(0, database.read(DatabaseTest::countGates));
            });
            assertEquals(1, database.read(DatabaseTest::countGates));
        }
    }

    @Test
    void a_reader_cannot_write() {
        try (Database database = open("hub.db")) {
            assertThrows(
                    JdbiException.class,
                    () ->
                            database.<Integer>read(handle -> {
                                addGate(handle);
                                return 0;
                            }));
        }
    }

    @Test
    void writing_that_throws_leaves_no_trace() {
        try (Database database = open("hub.db")) {
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            database.change(writer -> {
                                addGate(writer);
                                throw new IllegalStateException("on purpose");
                            }));
            assertEquals(0, database.read(DatabaseTest::countGates));
        }
    }

    @Test
    void a_file_of_a_later_version_is_refused() {
        try (Database database = open("hub.db")) {
            assertEquals(0, database.read(DatabaseTest::countGates));
        }
        alter("PRAGMA user_version = " + (Schema.VERSION + 1));
        assertEquals(
                new Database.Opening.NewerSchema(Schema.VERSION + 1, Schema.VERSION),
                Database.open(folder.resolve("hub.db")));
    }

    @Test
    void the_database_of_another_program_is_refused() {
        try (Database database = open("hub.db")) {
            assertEquals(0, database.read(DatabaseTest::countGates));
        }
        alter("PRAGMA application_id = 7");
        assertInstanceOf(Database.Opening.Failed.class, Database.open(folder.resolve("hub.db")));
    }

    @Test
    void what_is_no_database_is_refused() throws IOException {
        Files.writeString(folder.resolve("hub.db"), "no database at all ".repeat(100));
        var failed =
                assertInstanceOf(
                        Database.Opening.Failed.class, Database.open(folder.resolve("hub.db")));
        assertTrue(failed.why().contains("hub.db"), failed.why());
    }

    @Test
    void a_folder_that_is_not_there_is_an_answer() {
        assertInstanceOf(
                Database.Opening.Failed.class, Database.open(folder.resolve("none/hub.db")));
    }

    private Database open(String name) {
        return assertInstanceOf(Database.Opening.Opened.class, Database.open(folder.resolve(name)))
                .database();
    }

    private void alter(String pragma) {
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + folder.resolve("hub.db"))) {
            handle.execute(pragma);
        }
    }

    private static void addGate(Handle handle) {
        handle.execute("INSERT INTO gate (compound, gate) VALUES ('a', 'b')");
    }

    private static int countGates(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM gate").mapTo(int.class).one();
    }
}
