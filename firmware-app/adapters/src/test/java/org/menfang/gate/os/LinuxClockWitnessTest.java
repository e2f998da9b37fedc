package org.menfang.gate.os;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.os.ClockWitness.Testimony;

class LinuxClockWitnessTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void the_kernel_is_believed_first() throws IOException {
        assertEquals(Testimony.SYNCHRONISED, witness(true, "0").ask());
    }

    @Test
    void a_hardware_clock_that_set_the_time_vouches() throws IOException {
        assertEquals(Testimony.SET_BY_HARDWARE_CLOCK, witness(false, "1\n").ask());
    }

    @Test
    void a_hardware_clock_that_did_not_set_the_time_does_not_vouch() throws IOException {
        assertEquals(Testimony.NONE, witness(false, "0\n").ask());
    }

    @Test
    void a_board_without_a_hardware_clock_has_nobody_to_vouch() {
        assertEquals(
                Testimony.NONE,
                new LinuxClockWitness(() -> false, folder.resolve("missing")).ask());
    }

    @Test
    void a_hardware_clock_that_cannot_be_read_does_not_vouch() {
        assertEquals(Testimony.NONE, new LinuxClockWitness(() -> false, folder).ask());
    }

    private LinuxClockWitness witness(boolean synchronised, String hardwareClock)
            throws IOException {
        Path file = Files.writeString(folder.resolve("hctosys"), hardwareClock);
        return new LinuxClockWitness(() -> synchronised, file);
    }
}
