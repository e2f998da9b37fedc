package org.menfang.gate.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Damaged databases, moved aside: somebody may want to know what happened, and may still find
/// events in them. The newest few are kept, from the newest to the oldest.
final class Evidence {
    /// How many damaged databases are kept.
    static final int DATABASES_MAX = 3;

    private static final List<String> PARTS = List.of("", "-wal");

    private Evidence() {}

    /// Where the one lies that was moved aside last.
    static Path newest(Path data) {
        return place(data, 1, "");
    }

    /// Gives the name of the database free.
    static void moveAside(Path data) throws IOException {
        for (int age = DATABASES_MAX; age >= 1; age--) {
            for (String part : PARTS) {
                Path from =
                        age == 1
                                ? data.resolve(GateDatabase.FILE_NAME + part)
                                : place(data, age - 1, part);
                Path to = place(data, age, part);
                if (Files.exists(from)) {
                    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.deleteIfExists(to);
                }
            }
        }
        try (FileChannel folder = FileChannel.open(data, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static Path place(Path data, int age, String part) {
        return data.resolve("damaged-" + age + "-" + GateDatabase.FILE_NAME + part);
    }
}
