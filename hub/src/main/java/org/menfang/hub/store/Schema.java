package org.menfang.hub.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The schema of the database file, as the list of scripts that make it.
///
/// A file remembers how many of them it has seen. A script that was ever released never changes; a
/// new one is added at the end.
final class Schema {
    private static final List<String> SCRIPTS =
            List.of(
                    "0001-events.sql",
                    "0002-accounts.sql",
                    "0003-peers.sql",
                    "0004-book.sql",
                    "0005-notify.sql",
                    "0006-accounts.sql",
                    "0007-keep.sql");

    /// The version that this code reads and writes.
    static final int VERSION = SCRIPTS.size();

    /// "MfHb", so that nothing else is taken for a hub's file.
    private static final int APPLICATION_ID = 0x4D664862;

    private Schema() {}

    /// The version of a file; 0 for an empty one.
    ///
    /// @throws IllegalDatabaseException if it is the file of another program
    static int versionOf(Handle handle) {
        int application = pragma(handle, "application_id");
        int version = pragma(handle, "user_version");
        boolean empty =
                handle.createQuery("SELECT count(*) = 0 FROM sqlite_schema")
                        .mapTo(boolean.class)
                        .one();
        if (application != APPLICATION_ID && !(empty && application == 0)) {
            throw new IllegalDatabaseException("not the database of a Menfang hub");
        }
        return version;
    }

    /// Runs the scripts that the file has not seen, each in a transaction of its own.
    static void upgrade(Handle handle) {
        for (int version = versionOf(handle); version < VERSION; version++) {
            String script = load(SCRIPTS.get(version));
            int reached = version + 1;
            handle.useTransaction(transaction -> {
                transaction.createScript(script).execute();
                transaction.execute("PRAGMA application_id = " + APPLICATION_ID);
                transaction.execute("PRAGMA user_version = " + reached);
            });
        }
    }

    private static int pragma(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(int.class).one();
    }

    private static String load(String script) {
        try (InputStream stream = Schema.class.getResourceAsStream("schema/" + script)) {
            if (stream == null) {
                throw new IllegalStateException("this program lacks its script " + script);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
