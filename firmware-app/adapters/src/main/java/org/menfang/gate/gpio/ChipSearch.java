package org.menfang.gate.gpio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.LinuxFile;

/// Finds a GPIO chip by its label. Its number is no use: on a Raspberry Pi 5 it has changed from
/// one kernel to the next.
final class ChipSearch {
    private static final int CHIPS_MAX = 64;

    private final TreeMap<Path, String> labels = new TreeMap<>();
    private final List<FoundChip> found = new ArrayList<>();
    private @Nullable LinuxException refused;

    private ChipSearch() {}

    /// A chip, open.
    record FoundChip(LinuxFile file, String label, int lines) {}

    /// @param folder where the devices are, `/dev`
    /// @throws IOException if none of the chips has one of the labels, or several have; it says
    ///   what a person can do
    static FoundChip find(Path folder, Set<String> wanted) throws IOException {
        ChipSearch search = new ChipSearch();
        for (Path device : devices(folder)) {
            search.look(device, wanted);
        }
        if (search.found.size() == 1) {
            return search.found.getFirst();
        }
        for (FoundChip chip : search.found) {
            chip.file().close();
        }
        throw search.none(wanted);
    }

    /// Real devices only: some systems add a link for programs that go by number.
    private static List<Path> devices(Path folder) throws IOException {
        List<Path> devices = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "gpiochip*")) {
            for (Path entry : entries) {
                if (!Files.isSymbolicLink(entry) && devices.size() < CHIPS_MAX) {
                    devices.add(entry);
                }
            }
        }
        return devices;
    }

    private void look(Path device, Set<String> wanted) throws IOException {
        LinuxFile file;
        try {
            file = LinuxFile.open(device, LinuxFile.Access.READ_WRITE);
        } catch (LinuxException e) {
            refused = e;
            return;
        }
        try {
            ByteBuffer info = GpioLayout.structure(GpioLayout.CHIP_INFO_BYTES);
            file.ioctl("ask for the chip's label", GpioLayout.GET_CHIP_INFO, info);
            String label = GpioLayout.name(info, GpioLayout.CHIP_LABEL_AT);
            labels.put(device, label);
            if (wanted.contains(label)) {
                found.add(new FoundChip(file, label, info.getInt(GpioLayout.CHIP_LINES_AT)));
                return;
            }
        } catch (LinuxException e) {
            refused = e;
        }
        file.close();
    }

    private IOException none(Set<String> wanted) {
        String names = String.join(" or ", wanted);
        if (found.size() > 1) {
            return new IOException(
                    "several GPIO chips are labelled "
                            + names
                            + ": "
                            + listed()
                            + "; name one in"
                            + " the site file (gpio-chip)");
        }
        if (refused != null) {
            return new IOException("no GPIO chip can be used: " + refused.getMessage(), refused);
        }
        if (labels.isEmpty()) {
            return new IOException(
                    "this machine has no GPIO chip: there is no /dev/gpiochip*. The hardware"
                            + " \"linux\" needs a Raspberry Pi, or another board with GPIO lines");
        }
        return new IOException(
                "no GPIO chip is labelled "
                        + names
                        + "; this machine has "
                        + listed()
                        + ". Write"
                        + " the right label into the site file (gpio-chip)");
    }

    private String listed() {
        return labels.entrySet().stream()
                .map(chip -> chip.getValue() + " (" + chip.getKey() + ")")
                .collect(Collectors.joining(", "));
    }
}
