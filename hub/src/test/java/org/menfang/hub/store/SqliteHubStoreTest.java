package org.menfang.hub.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.people.Person;
import org.menfang.vocabulary.HolderId;

class SqliteHubStoreTest extends HubStoreContract {
    @TempDir Path folder;

    private final List<Database> opened = new ArrayList<>();

    @Override
    HubStore open() {
        Database database =
                assertInstanceOf(
                                Database.Opening.Opened.class,
                                Database.open(folder.resolve("hub.db")))
                        .database();
        opened.add(database);
        return new SqliteHubStore(database);
    }

    @Test
    void nothing_of_a_forgotten_name_stays_in_the_files() throws IOException {
        HubStore store = open();
        HolderId number = new HolderId("h-1");
        store.importPeople(List.of(new Person(null, number, "Wang-Xiuying", "", "3-2-501")));
        assertTrue(filesHold("Wang-Xiuying"));
        store.forgetPeople(List.of(new Person(null, number, "-", "", "")));
        assertFalse(filesHold("Wang-Xiuying"));
    }

    private boolean filesHold(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }
}
