package org.menfang.gate.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// When the gate started, by every clock there is.
///
/// @param run of the operating system; the seconds of two runs have nothing to do with each other
/// @param upSeconds how long the operating system had been running
/// @param wall what the wall clock said; it may stand at 1970
record StartTime(String run, long upSeconds, Instant wall) {
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f-]{1,36}) ([0-9]{1,12}) ([0-9]{1,12}) ([0-9a-f]{1,8})");
    private static final String NO_RUN = "0";

    /// Now, on this machine.
    static StartTime now() {
        try {
            String run = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String up = Files.readString(Path.of("/proc/uptime")).strip().split("[. ]", 2)[0];
            return new StartTime(run, Long.parseLong(up), Instant.now());
        } catch (IOException | NumberFormatException e) {
            // Where the system does not say it, the wall clock has to do.
            return new StartTime(
                    NO_RUN, Math.max(0, Instant.now().getEpochSecond()), Instant.now());
        }
    }

    /// As it stands in the file.
    String line() {
        String said = run + " " + upSeconds + " " + Math.max(0, wall.getEpochSecond());
        return said + " " + sum(said);
    }

    /// Empty if a line is not what was written.
    static Optional<StartTime> parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        StartTime time =
                new StartTime(
                        parts.group(1),
                        Long.parseLong(parts.group(2)),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(3))));
        return Optional.of(time).filter(read -> read.line().equals(line));
    }

    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(sum.getValue());
    }
}
