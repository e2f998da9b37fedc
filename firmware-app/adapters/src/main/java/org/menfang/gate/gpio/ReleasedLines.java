package org.menfang.gate.gpio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What becomes of an output when the program that drives it dies: the drivers of the Raspberry Pi
/// have a parameter for it.
public final class ReleasedLines {
    private static final Logger LOG = System.getLogger(ReleasedLines.class.getName());

    private static final List<String> DRIVERS = List.of("pinctrl_bcm2835", "pinctrl_rp1");
    private static final String PARAMETER = "parameters/persist_gpio_outputs";

    private ReleasedLines() {}

    /// What a person should change so that a lock does not stay energised when the gate dies; empty
    /// where this kernel makes a line an input again, or does not say.
    public static Optional<String> advice() {
        return advice(Path.of("/sys/module"));
    }

    static Optional<String> advice(Path modules) {
        return DRIVERS.stream()
                .map(driver -> modules.resolve(driver).resolve(PARAMETER))
                .filter(ReleasedLines::isOn)
                .map(parameter ->
                        "this kernel leaves an output as it is when the program that drives it dies ("
                                + parameter
                                + "). Write dtparam=strict_gpiod into /boot/firmware/config.txt and"
                                + " start the machine again, so that a lock lets go")
                .findFirst();
    }

    private static boolean isOn(Path parameter) {
        try {
            return Files.exists(parameter) && Files.readString(parameter).startsWith("Y");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "it cannot be seen what becomes of outputs: " + parameter, e);
            return false;
        }
    }
}
