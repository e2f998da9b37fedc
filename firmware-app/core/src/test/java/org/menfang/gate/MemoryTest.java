package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Memory.DoorModeSet;
import org.menfang.json.Json;
import org.menfang.vocabulary.DoorMode;

/// What a gate remembers, as text: gates find what an older version of them wrote.
class MemoryTest {
    @Test
    void door_modes_of_an_older_version_are_read() {
        String older =
                """
                {"alarms":[],"modes":[\
                {"door":"north","mode":"LOCKED_DOWN","afterwards":"BLOCKED"},\
                {"door":"south","mode":"UNLOCKED","afterwards":"LOCKED"}]}\
                """;
        Memory expected =
                new Memory(
                        List.of(),
                        List.of(
                                new DoorModeSet(
                                        Samples.NORTH, DoorMode.LOCKED_DOWN, DoorMode.BLOCKED),
                                new DoorModeSet(
                                        Samples.SOUTH, DoorMode.UNLOCKED, DoorMode.LOCKED)));
        byte[] text = older.getBytes(StandardCharsets.UTF_8);
        assertEquals(expected, Json.parse(text, Memory.class).orThrow());
        assertEquals(older, new String(Json.write(expected), StandardCharsets.UTF_8));
    }

    @Test
    void door_modes_come_back_from_their_text() {
        Memory memory =
                new Memory(
                        List.of(),
                        List.of(
                                new DoorModeSet(
                                        Samples.NORTH,
                                        DoorMode.LOCKED_DOWN,
                                        DoorMode.LOCKED,
                                        Samples.NOON,
                                        Samples.NOON.plusSeconds(1_200))));
        assertEquals(memory, Json.parse(Json.write(memory), Memory.class).orThrow());
    }
}
