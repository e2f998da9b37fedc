package org.menfang.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of kernels that leave outputs driven.
class ReleasedLinesTest {
    @TempDir private Path modules;

    @Test
    void a_kernel_that_leaves_outputs_driven_is_told_with_the_remedy() throws IOException {
        parameter("pinctrl_rp1", "Y\n");
        String advice = ReleasedLines.advice(modules).orElseThrow();
        assertTrue(advice.contains("dtparam=strict_gpiod"), advice);
    }

    @Test
    void a_kernel_that_makes_them_inputs_again_needs_no_advice() throws IOException {
        assertEquals(Optional.empty(), ReleasedLines.advice(modules));
        parameter("pinctrl_bcm2835", "N\n");
        assertEquals(Optional.empty(), ReleasedLines.advice(modules));
    }

    private void parameter(String driver, String value) throws IOException {
        Path folder = Files.createDirectories(modules.resolve(driver).resolve("parameters"));
        Files.writeString(folder.resolve("persist_gpio_outputs"), value);
    }
}
