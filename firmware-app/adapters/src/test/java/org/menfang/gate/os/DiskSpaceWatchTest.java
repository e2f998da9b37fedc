package org.menfang.gate.os;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;

class DiskSpaceWatchTest {
    private static final long MIN = DiskSpaceWatch.FREE_BYTES_MIN;

    private final List<Input> told = new ArrayList<>();

    @Test
    void little_room_is_told_once_and_enough_room_is_told_once() {
        check(List.of(MIN, MIN - 1, MIN - 2), new Input.StorageLow(MIN - 1));
        check(
                List.of(MIN - 1, MIN * 5 / 4, MIN * 2),
                new Input.StorageLow(MIN - 1),
                new Input.StorageEnough(MIN * 5 / 4));
    }

    @Test
    void a_little_more_room_is_not_yet_enough() {
        check(List.of(0L, MIN, MIN + 1, 0L), new Input.StorageLow(0));
    }

    @Test
    void a_disk_that_cannot_be_asked_has_no_room_that_we_know_of() {
        new DiskSpaceWatch(
                        () -> {
                            throw new IOException("gone");
                        },
                        told::add)
                .run();
        assertEquals(List.of(new Input.StorageLow(0)), told);
    }

    @Test
    void the_disk_of_a_folder_can_be_asked(@TempDir Path folder) throws IOException {
        DiskSpaceWatch.of(folder, told::add).run();
        assertEquals(folder.toFile().getUsableSpace() < MIN ? 1 : 0, told.size());
    }

    private void check(List<Long> freeBytes, Input... expected) {
        told.clear();
        List<Long> left = new ArrayList<>(freeBytes);
        DiskSpaceWatch watch = new DiskSpaceWatch(left::removeFirst, told::add);
        freeBytes.forEach(bytes -> watch.run());
        assertEquals(List.of(expected), told);
    }
}
