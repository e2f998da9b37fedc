package org.menfang.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.notify.OutboxStore;
import org.menfang.hub.notify.OutboxStoreContract;
import org.menfang.hub.notify.WayAddress;
import org.menfang.hub.notify.WayAddresses;
import org.menfang.hub.notify.WayId;

class SqliteOutboxTest extends OutboxStoreContract {
    @TempDir Path folder;
    private Database database;
    private SqliteOutbox outbox;

    @BeforeEach
    void open() {
        database =
                switch (Database.open(folder.resolve("hub.db"))) {
                    case Database.Opening.Opened(Database opened) -> opened;
                    case Database.Opening.NewerSchema newer ->
                            throw new AssertionError(newer.toString());
                    case Database.Opening.Failed(String why) -> throw new AssertionError(why);
                };
        outbox = new SqliteOutbox(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected OutboxStore store() {
        return outbox;
    }

    @Override
    protected WayAddresses addresses() {
        return outbox;
    }

    @Test
    void nobody_else_on_the_machine_can_read_where_ways_lead() throws IOException {
        outbox.save(new WayId("sms-1"), new WayAddress("13800000000", "", ""));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }
}
