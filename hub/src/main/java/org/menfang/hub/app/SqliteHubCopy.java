package org.menfang.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.DamagedBookException;
import org.menfang.hub.book.Head;
import org.menfang.hub.keep.HubCopy;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.DatabaseCopy;
import org.menfang.hub.store.SqliteBook;

/// Copies of the hub's SQLite file.
final class SqliteHubCopy implements HubCopy {
    @Override
    public void make(Path from, Path to) throws IOException {
        if (DatabaseCopy.make(from, to) instanceof DatabaseCopy.Outcome.Failed(String why)) {
            throw new IOException(why);
        }
    }

    @Override
    public Head check(Path file) throws IOException {
        String damage = DatabaseCopy.damage(file);
        if (!damage.isEmpty()) {
            throw new IOException("the database in it is damaged: " + damage);
        }
        return switch (Database.open(file)) {
            case Database.Opening.Opened(Database database) -> head(database);
            case Database.Opening.NewerSchema(int found, int known) ->
                    throw new IOException(
                            "a later version of the hub has made it (schema "
                                    + found
                                    + "; this version knows "
                                    + known
                                    + ")");
            case Database.Opening.Failed(String why) -> throw new IOException(why);
        };
    }

    /// Reads the whole log, line by line; each has to follow the one before it.
    private static Head head(Database database) throws IOException {
        try (database) {
            return Book.open(new SqliteBook(database), InstantSource.system(), List.of()).head();
        } catch (DamagedBookException e) {
            throw new IOException("the log in it is damaged: " + e.getMessage());
        }
    }
}
