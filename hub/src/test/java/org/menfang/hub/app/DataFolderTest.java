package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path folder;

    static DataFolder make(Path path) {
        try {
            return DataFolder.open(path);
        } catch (Refusal e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_new_folder_is_for_its_owner_only() throws IOException {
        Path path = make(folder.resolve("a/b")).path();
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void a_folder_that_is_taken_is_refused_until_it_is_let_go() throws Exception {
        DataFolder data = make(folder);
        FileChannel lock = data.lock();
        Refusal refusal = assertThrows(Refusal.class, data::lock);
        assertEquals(ExitStatus.UNAVAILABLE, refusal.exitStatus());
        lock.close();
        data.lock().close();
    }

    @Test
    void what_is_no_folder_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Refusal refusal = assertThrows(Refusal.class, () -> DataFolder.open(file));
        assertEquals(ExitStatus.STORAGE, refusal.exitStatus());
    }

    @Test
    void a_database_that_is_none_is_refused() throws IOException {
        DataFolder data = make(folder);
        Files.writeString(folder.resolve("hub.db"), "no database ".repeat(100));
        assertEquals(ExitStatus.STORAGE, assertThrows(Refusal.class, data::database).exitStatus());
    }
}
