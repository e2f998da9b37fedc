package org.menfang.gate.app.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.menfang.gate.app.doctor.RightsFindings.FileReading;
import org.menfang.gate.app.doctor.RightsFindings.Found;
import org.menfang.gate.app.doctor.RightsFindings.GateUser;
import org.menfang.site.BoardChip;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderLine;
import org.menfang.site.Site;

/// Reads whose files and devices are.
final class FileRights {
    private static final int GROUPS_MAX = 10_000;
    private static final int CHIPS_MAX = 8;

    private FileRights() {}

    static FileReading of(Path file) {
        try {
            PosixFileAttributes found = Files.readAttributes(file, PosixFileAttributes.class);
            return new FileReading(
                    file.toString(),
                    new Found(
                            found.owner().getName(), found.group().getName(), found.permissions()));
        } catch (IOException | UnsupportedOperationException e) {
            return new FileReading(file.toString(), null);
        }
    }

    /// A user and the groups that it is in.
    ///
    /// @param groups the file of groups, `/etc/group`
    static GateUser user(String name, Path groups) {
        Set<String> all = new TreeSet<>();
        all.add(name);
        try (BufferedReader lines = Files.newBufferedReader(groups, StandardCharsets.UTF_8)) {
            lines.lines()
                    .limit(GROUPS_MAX)
                    .map(line -> line.split(":", -1))
                    .filter(parts -> parts.length == 4)
                    .filter(parts -> List.of(parts[3].split(",", -1)).contains(name))
                    .forEach(parts -> all.add(parts[0]));
        } catch (IOException | UncheckedIOException e) {
            // A machine without such a file has no groups that we know of.
            return new GateUser(name, all);
        }
        return new GateUser(name, all);
    }

    /// The devices that a site needs on a real board.
    static List<Path> devices(Site site, Path folder) {
        Set<Path> all = new TreeSet<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(path -> String.valueOf(path.getFileName()).startsWith("gpiochip"))
                    .filter(path -> !Files.isSymbolicLink(path))
                    .sorted()
                    .limit(CHIPS_MAX)
                    .forEach(all::add);
        } catch (IOException e) {
            // Without devices there are none; the missing chip is told below.
            all.add(folder.resolve("gpiochip0"));
        }
        if (all.isEmpty()) {
            all.add(folder.resolve("gpiochip0"));
        }
        for (BoardChip chip : site.wiring().chips()) {
            all.add(folder.resolve("i2c-" + chip.bus()));
        }
        for (ReaderLine line : site.wiring().readerLines().values()) {
            if (line instanceof ReaderLine.Device(Path device, int _)) {
                all.add(device);
            }
        }
        site.readers().stream()
                .flatMap(reader -> device(reader.connection()).stream())
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static List<Path> device(ReaderConnection connection) {
        return switch (connection) {
            case ReaderConnection.Keyboard(Path device) -> List.of(device);
            case ReaderConnection.Serial(Path device, int _) -> List.of(device);
            case ReaderConnection.Wiegand _, ReaderConnection.Osdp _, ReaderConnection.Unsaid _ ->
                    List.of();
        };
    }
}
