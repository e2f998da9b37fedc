package org.menfang.site;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What hangs on the board besides the lines of its own chip.
///
/// @param gpioChip the label of the GPIO chip; empty where those of all known boards are looked for
/// @param readerLines the lines that readers share, by name
/// @param chips the chips beside the board's own
public record Wiring(
        Optional<String> gpioChip,
        SortedMap<String, ReaderLine> readerLines,
        List<BoardChip> chips) {
    /// A board with nothing beside it.
    public static final Wiring PLAIN = new Wiring(Optional.empty(), new TreeMap<>(), List.of());

    private static final Path DEVICES = Path.of("/dev");

    public Wiring {
        readerLines = Collections.unmodifiableSortedMap(new TreeMap<>(readerLines));
        chips = List.copyOf(chips);
    }

    /// A chip by its name.
    public Optional<BoardChip> chip(String name) {
        return chips.stream().filter(chip -> chip.name().equals(name)).findFirst();
    }

    /// A path that lies where devices are: a site file leads to no other file.
    static Path device(Path path) {
        if (!path.startsWith(DEVICES) || !path.equals(path.normalize())) {
            throw new IllegalArgumentException("no device below " + DEVICES + ": " + path);
        }
        return path;
    }
}
