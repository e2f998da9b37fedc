package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When starts are a loop of crashes, whatever the clocks say.
class CrashLoopTest {
    @TempDir Path folder;

    @Test
    void the_fifth_start_within_ten_minutes_is_a_loop() {
        checkLoop(false, "a 100 12:00", "a 110 12:00", "a 120 12:00", "a 130 12:00");
        checkLoop(true, "a 100 12:00", "a 110 12:00", "a 120 12:00", "a 130 12:00", "a 700 12:10");
    }

    @Test
    void starts_that_are_further_apart_are_none() {
        checkLoop(false, "a 100 12:00", "a 110 12:00", "a 120 12:00", "a 130 12:00", "a 701 12:10");
        checkLoop(false, "a 0 12:00", "a 200 12:03", "a 400 12:06", "a 600 12:10", "a 800 12:13");
    }

    @Test
    void within_one_run_of_the_machine_the_wall_clock_does_not_count() {
        checkLoop(true, "a 100 1970", "a 110 12:00", "a 120 09:00", "a 130 1970", "a 140 23:00");
    }

    @Test
    void a_machine_that_restarts_with_each_crash_is_a_loop_too() {
        checkLoop(true, "a 20 12:00", "b 20 12:01", "c 20 12:02", "d 20 12:03", "e 20 12:04");
        checkLoop(true, "a 20 1970", "b 20 1970", "c 20 1970", "d 20 1970", "e 20 1970");
    }

    @Test
    void power_cuts_hours_apart_are_none_where_the_clock_was_set() {
        checkLoop(false, "a 20 08:00", "b 20 09:00", "c 20 10:00", "d 20 11:00", "e 20 12:00");
    }

    @Test
    void a_start_is_kept_until_somebody_ends_the_gate() {
        StartTime start = time("a 100 12:00");
        for (int i = 0; i < 3; i++) {
            StartLog.note(folder, () -> start).forgetThis();
        }
        for (int i = 0; i < 4; i++) {
            assertFalse(StartLog.note(folder, () -> start).isLoop(), "start " + i);
        }
        StartLog fifth = StartLog.note(folder, () -> start);
        assertTrue(fifth.isLoop());
        fifth.forgetAll();
        assertFalse(StartLog.note(folder, () -> start).isLoop());
    }

    @Test
    void many_starts_take_no_more_room_than_few() throws IOException {
        for (int i = 0; i < 3 * StartLog.STARTS_MAX; i++) {
            StartLog.note(folder, StartTime::now);
        }
        assertEquals(StartLog.STARTS_MAX, Files.readAllLines(file()).size());
        assertTrue(StartLog.note(folder, StartTime::now).isLoop());
    }

    @Test
    void what_is_damaged_does_not_count_and_breaks_nothing() throws IOException {
        StartTime start = time("a 100 12:00");
        for (int i = 0; i < 4; i++) {
            StartLog.note(folder, () -> start);
        }
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < 60; at += 7) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(file(), flipped);
            assertFalse(StartLog.note(folder, () -> start).isLoop(), "byte " + at);
        }
        Files.write(file(), new byte[10_000]);
        assertFalse(StartLog.note(folder, () -> start).isLoop());
        Files.delete(file());
        Files.createDirectory(file());
        assertFalse(StartLog.note(folder, () -> start).isLoop());
    }

    @Test
    void every_flipped_bit_of_a_line_is_found() {
        byte[] line = StartTime.now().line().getBytes(StandardCharsets.ISO_8859_1);
        for (int bit = 0; bit < line.length * 8; bit++) {
            byte[] flipped = line.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            String text = new String(flipped, StandardCharsets.ISO_8859_1);
            assertEquals(Optional.empty(), StartTime.parse(text), text);
        }
    }

    private Path file() {
        return folder.resolve(StartLog.FILE_NAME);
    }

    /// Each start is the run of the machine, its seconds, and the wall clock.
    private static void checkLoop(boolean expected, String... starts) {
        List<StartTime> all =
                new ArrayList<>(Arrays.stream(starts).map(CrashLoopTest::time).toList());
        StartTime last = all.removeLast();
        assertEquals(expected, CrashLoop.isOne(all, last), String.join(", ", starts));
    }

    private static StartTime time(String start) {
        String[] parts = start.split(" ", -1);
        Instant wall =
                parts[2].equals("1970")
                        ? Instant.EPOCH
                        : Instant.parse("2026-11-22T" + parts[2] + ":00Z");
        return new StartTime(parts[0], Long.parseLong(parts[1]), wall);
    }
}
