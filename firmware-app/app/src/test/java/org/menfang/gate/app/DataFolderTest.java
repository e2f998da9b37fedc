package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data folder, taken once.
class DataFolderTest {
    @TempDir Path folder;

    @Test
    void it_is_made_for_this_user_alone() throws Exception {
        Path data = folder.resolve("a/b");
        try (DataFolder _ = DataFolder.take(data)) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
        }
    }

    @Test
    void a_second_taker_is_refused_until_the_first_is_gone() throws Exception {
        try (DataFolder _ = DataFolder.take(folder)) {
            Refusal refusal = assertThrows(Refusal.class, () -> DataFolder.take(folder));
            assertEquals(ExitStatus.UNAVAILABLE, refusal.exitStatus());
        }
        DataFolder.take(folder).close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Refusal refusal = assertThrows(Refusal.class, () -> DataFolder.take(file.resolve("data")));
        assertEquals(ExitStatus.STORAGE, refusal.exitStatus());
        assertTrue(String.valueOf(refusal.getMessage()).contains("data"));
    }
}
