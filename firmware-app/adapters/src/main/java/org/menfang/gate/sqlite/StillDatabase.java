package org.menfang.gate.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.menfang.gate.local.HeldFile;

/// The file of a database that nobody writes, since no gate runs on its folder.
///
/// @param folder taken by this process
public record StillDatabase(Path folder) implements HeldFile {
    /// What a gate that was killed left in the log is brought into the file.
    @Override
    public long hold() throws IOException {
        switch (GateDatabase.open(folder)) {
            case DatabaseOpening.Opened(GateDatabase database) -> {
                try (database) {
                    return database.hold().begin();
                } catch (SQLException e) {
                    throw new IOException(StorageFault.why(e), e);
                }
            }
            case DatabaseOpening.OpenedReadOnly(GateDatabase database, String why) -> {
                close(database);
                throw new IOException("the database cannot be written: " + why);
            }
            case DatabaseOpening.Unusable(String why, String whatToDo, boolean _) ->
                    throw new IOException(why + "; " + whatToDo);
        }
    }

    @Override
    public boolean release(long number) {
        return true;
    }

    private static void close(GateDatabase database) throws IOException {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IOException(StorageFault.why(e), e);
        }
    }
}
