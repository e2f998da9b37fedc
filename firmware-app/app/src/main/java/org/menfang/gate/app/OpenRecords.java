package org.menfang.gate.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.local.LocalQuestions;
import org.menfang.gate.local.Records;
import org.menfang.gate.sqlite.DatabaseOpening;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.SqliteRecords;

/// The records in a data folder: asked of the gate that runs there, or read from its database.
final class OpenRecords implements AutoCloseable {
    private final Records records;
    private final @Nullable DataFolder folder;
    private final @Nullable GateDatabase database;

    private OpenRecords(
            Records records, @Nullable DataFolder folder, @Nullable GateDatabase database) {
        this.records = records;
        this.folder = folder;
        this.database = database;
    }

    static OpenRecords of(Path data) throws Refusal {
        if (!Files.isRegularFile(data.resolve(GateDatabase.FILE_NAME))) {
            throw new Refusal(ExitStatus.UNAVAILABLE, "no gate has run on the data folder " + data);
        }
        DataFolder folder;
        try {
            folder = DataFolder.take(data);
        } catch (Refusal refusal) {
            if (refusal.exitStatus() == ExitStatus.UNAVAILABLE) {
                return new OpenRecords(new LocalQuestions(DataFolder.socket(data)), null, null);
            }
            throw refusal;
        }
        try {
            GateDatabase database = database(folder);
            return new OpenRecords(new SqliteRecords(database), folder, database);
        } catch (Refusal refusal) {
            closeAfter(refusal, folder);
            throw refusal;
        }
    }

    Records records() {
        return records;
    }

    @Override
    public void close() throws Refusal {
        try (DataFolder _ = folder;
                GateDatabase _ = database) {
            // Both are only to be closed.
        } catch (IOException | SQLException e) {
            throw new Refusal(ExitStatus.STORAGE, "the data folder cannot be left: " + e);
        }
    }

    private static GateDatabase database(DataFolder folder) throws Refusal {
        return switch (GateDatabase.open(folder.path())) {
            case DatabaseOpening.Opened(GateDatabase opened) -> opened;
            case DatabaseOpening.OpenedReadOnly(GateDatabase readOnly, String _) -> readOnly;
            case DatabaseOpening.Unusable(String why, String whatToDo, var _) ->
                    throw new Refusal(ExitStatus.STORAGE, why + "; " + whatToDo);
        };
    }

    private static void closeAfter(Refusal cause, DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
