package org.menfang.gate.app.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What the kernel of this machine tells in files.
///
/// @param root below which they lie: `/`
record MachineFiles(Path root) {
    private static final int FILE_BYTES_MAX = 16 * 1024;
    private static final int MONITORS_MAX = 64;

    /// The board of this machine.
    BoardFindings.BoardReading board() {
        return new BoardFindings.BoardReading(
                memory("MemAvailable:"),
                memory("MemTotal:"),
                number("sys/class/thermal/thermal_zone0/temp"),
                throttled(),
                weakSupply(),
                text("sys/class/watchdog/watchdog0/state"),
                text("sys/class/watchdog/watchdog0/identity"));
    }

    private OptionalLong memory(String name) {
        return text("proc/meminfo")
                .flatMap(all -> all.lines().filter(line -> line.startsWith(name)).findFirst())
                .map(line -> whole(line.replaceAll("[^0-9]", "")))
                .orElse(OptionalLong.empty());
    }

    /// The firmware answers in hexadecimal digits.
    private OptionalInt throttled() {
        Optional<String> found = text("sys/devices/platform/soc/soc:firmware/get_throttled");
        try {
            return found.isPresent()
                    ? OptionalInt.of(Integer.parseUnsignedInt(found.get().replace("0x", ""), 16))
                    : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /// The kernel's driver `rpi_volt` asks the firmware every two seconds.
    private Optional<Boolean> weakSupply() {
        Path monitors = root.resolve("sys/class/hwmon");
        if (!Files.isDirectory(monitors)) {
            return Optional.empty();
        }
        int seen = 0;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(monitors)) {
            for (Path folder : folders) {
                if (seen++ < MONITORS_MAX
                        && text(folder.resolve("name")).filter("rpi_volt"::equals).isPresent()) {
                    return text(folder.resolve("in0_lcrit_alarm")).map("1"::equals);
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// The hardware clock, in seconds since 1970; empty where there is none.
    OptionalLong hardwareClock() {
        return number("sys/class/rtc/rtc0/since_epoch");
    }

    private OptionalLong number(String file) {
        return text(file).map(MachineFiles::whole).orElse(OptionalLong.empty());
    }

    private static OptionalLong whole(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private Optional<String> text(String file) {
        return text(root.resolve(file));
    }

    /// What a small file says; empty where it is not there or does not say.
    private static Optional<String> text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(
                    new String(in.readNBytes(FILE_BYTES_MAX), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
