package org.menfang.hub.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

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

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }
}
