package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberMarkTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void nothing_is_marked_at_first() {
        assertEquals(Optional.empty(), new NumberMark(folder).read());
    }

    @Test
    void numbers_are_marked_in_blocks_before_they_are_used() throws IOException {
        NumberMark mark = new NumberMark(folder);
        mark.reserve(new NumberMark.Numbers(7, 10, 2));
        check(7, 10 + NumberMark.BLOCK_EVENTS, 2 + NumberMark.BLOCK_EVENTS);
        mark.reserve(new NumberMark.Numbers(7, 10 + NumberMark.BLOCK_EVENTS, 3));
        check(7, 10 + NumberMark.BLOCK_EVENTS, 2 + NumberMark.BLOCK_EVENTS);
        mark.reserve(new NumberMark.Numbers(7, 11 + NumberMark.BLOCK_EVENTS, 3));
        check(7, 11 + 2 * NumberMark.BLOCK_EVENTS, 3 + NumberMark.BLOCK_EVENTS);
        new NumberMark(folder).reserve(new NumberMark.Numbers(8, 1, 1));
        check(8, 1 + NumberMark.BLOCK_EVENTS, 1 + NumberMark.BLOCK_EVENTS);
    }

    @Test
    void a_damaged_mark_marks_nothing() throws IOException {
        new NumberMark(folder).reserve(new NumberMark.Numbers(7, 10, 2));
        Path file = folder.resolve(NumberMark.FILE_NAME);
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertEquals(Optional.empty(), new NumberMark(folder).read(), "bit " + bit);
        }
    }

    private void check(long boot, long events, long alarms) {
        assertEquals(
                Optional.of(new NumberMark.Numbers(boot, events, alarms)),
                new NumberMark(folder).read());
    }
}
