package org.menfang.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a machine on which there is no chip to be used.
class ChipSearchTest {
    @TempDir private Path devices;

    @Test
    void a_machine_without_gpio_is_told_from_one_with_another_chip() {
        assertEquals(
                "this machine has no GPIO chip: there is no /dev/gpiochip*. The hardware \"linux\""
                        + " needs a Raspberry Pi, or another board with GPIO lines",
                refusal());
    }

    @Test
    void a_device_that_is_no_chip_is_named() throws IOException {
        Files.createFile(devices.resolve("gpiochip0"));
        assertEquals(
                "no GPIO chip can be used: ask for the chip's label ("
                        + devices.resolve("gpiochip0")
                        + "): ENOTTY, the device does not know this request",
                refusal());
    }

    @Test
    void links_for_programs_that_go_by_number_are_left_out() throws IOException {
        Files.createSymbolicLink(devices.resolve("gpiochip4"), Path.of("/dev/null"));
        assertTrue(refusal().startsWith("this machine has no GPIO chip"));
    }

    private String refusal() {
        IOException e =
                assertThrows(
                        IOException.class,
                        () ->
                                LinuxGpioChip.open(
                                        devices, Set.of("pinctrl-rp1"), Integer::toString));
        return String.valueOf(e.getMessage());
    }
}
