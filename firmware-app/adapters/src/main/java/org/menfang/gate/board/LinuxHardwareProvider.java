package org.menfang.gate.board;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.menfang.gate.gpio.LinuxGpioChip;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.gate.i2c.I2cChips;
import org.menfang.site.PinPlan;
import org.menfang.site.Site;

/// Opens the hardware of this machine, which is chosen by the name `linux`.
public final class LinuxHardwareProvider implements HardwareProvider {
    /// The labels of the chips whose lines the pins of a Raspberry Pi are: the first to the third,
    /// the fourth, the fifth.
    static final Set<String> RASPBERRY_PI =
            new TreeSet<>(Set.of("pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1"));

    private static final Path DEVICES = Path.of("/dev");

    @Override
    public String name() {
        return "linux";
    }

    @Override
    public Hardware open(Site site, Path dataFolder) throws IOException {
        return open(site, dataFolder, dataFolder.resolve("keys"));
    }

    @Override
    public Hardware open(Site site, Path dataFolder, Path keys) throws IOException {
        LinuxGpioChip chip =
                LinuxGpioChip.open(
                        site.wiring().gpioChip().map(Set::of).orElse(RASPBERRY_PI),
                        line -> nameOf(site, line));
        try {
            return new LinuxHardware(site, chip, I2cChips.open(site, DEVICES, chip), keys);
        } catch (IOException e) {
            chip.close();
            throw e;
        }
    }

    /// What others see who look who holds a line: the point that hangs on it.
    static String nameOf(Site site, int line) {
        String points =
                site.pins().stream()
                        .filter(PinPlan::isOnBoard)
                        .filter(pin -> pin.line() == line)
                        .map(pin -> pin.point().toString())
                        .collect(Collectors.joining(" "));
        return points.isEmpty() ? "line " + line : points;
    }
}
