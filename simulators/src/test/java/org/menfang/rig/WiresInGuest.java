package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.menfang.sim.rig.OutsideWires;

/// The guest is the board that the other tests take it for.
final class WiresInGuest {
    private final OutsideWires wires = OutsideWires.ofThisGuest();

    @Test
    void the_outside_world_pulls_at_each_line_of_the_chip() {
        for (int line = 0; line < OutsideWires.LINES; line++) {
            assertFalse(wires.isHigh(line));
            wires.pull(line, true);
            assertTrue(wires.isHigh(line));
            wires.pull(line, false);
            assertFalse(wires.isHigh(line));
        }
    }

    @Test
    void the_chip_is_not_the_first_one() throws IOException {
        assertTrue(Files.exists(Path.of("/dev/gpiochip0")));
        assertEquals("gpiochip1", wires.folder().getFileName().toString());
    }

    @Test
    void there_are_a_bus_keyboards_and_a_watchdog() {
        for (String device : new String[] {"i2c-0", "uinput", "watchdog"}) {
            assertTrue(Files.exists(Path.of("/dev", device)), device);
        }
    }
}
