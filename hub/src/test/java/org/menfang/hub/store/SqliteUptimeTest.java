package org.menfang.hub.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.open.UptimeContract;
import org.menfang.hub.open.UptimeStore;

class SqliteUptimeTest extends UptimeContract {
    @TempDir private Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database =
                assertInstanceOf(
                                Database.Opening.Opened.class,
                                Database.open(folder.resolve("hub.db")))
                        .database();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected UptimeStore store() {
        return new SqliteUptime(database);
    }
}
