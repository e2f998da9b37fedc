package org.menfang.sim.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the shim told of one process.
///
/// @param begun whether it was in the process at all
/// @param unmodelled what it saw and does not understand; a rig that goes on would be blind to it
/// @param line what it said when it cut; none if it did not
/// @param bytesUnsynced what was written and not synced when it cut
/// @param bytesLost how much of that is not on the disk
public record CutReport(
        boolean begun,
        List<String> unmodelled,
        @Nullable String line,
        long bytesUnsynced,
        long bytesLost) {
    private static final Pattern CUT = Pattern.compile("cut .* bytes=(\\d+) lost=(\\d+) .*");

    public CutReport {
        unmodelled = List.copyOf(unmodelled);
    }

    /// Whether the process was just writing.
    boolean isDuringWrite() {
        return line != null && line.contains(" at=write ");
    }

    static CutReport read(Path file) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        boolean begun = lines.contains("begun");
        List<String> unmodelled =
                lines.stream().filter(line -> line.startsWith("unmodelled")).toList();
        for (String line : lines) {
            Matcher cut = CUT.matcher(line);
            if (cut.matches()) {
                return new CutReport(
                        begun,
                        unmodelled,
                        line,
                        Long.parseLong(cut.group(1)),
                        Long.parseLong(cut.group(2)));
            }
        }
        return new CutReport(begun, unmodelled, null, 0, 0);
    }
}
