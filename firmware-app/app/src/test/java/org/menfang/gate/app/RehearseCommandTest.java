package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A gate that is run once without hardware.
@Timeout(120)
class RehearseCommandTest {
    @TempDir Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void a_resident_who_does_not_exist_gets_in_where_there_is_no_hardware() {
        assertEquals(ExitStatus.FINE, rehearse(folder.resolve("new")), said::toString);
        assertTrue(said.toString().contains("the rehearsed resident: GRANTED"), said::toString);
    }

    @Test
    void a_folder_that_is_there_already_is_left_alone() {
        assertEquals(ExitStatus.STORAGE, rehearse(folder));
        assertFalse(Files.exists(folder.resolve("gate")));
    }

    private int rehearse(Path data) {
        PrintWriter words = new PrintWriter(said, true);
        return Main.run(new String[] {"rehearse", "--data", data.toString()}, words, words);
    }
}
