package org.menfang.gate.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.menfang.tls.PrivateFiles;

/// How far the numbers of events may have been given out, in a small file beside the database: a
/// gate that has lost its database begins after them, so that no number is ever used twice.
///
/// Numbers are marked in blocks before the first of them is used, so that the file is written once
/// in {@link #BLOCK_EVENTS} events.
final class NumberMark {
    /// Its name in the data folder.
    static final String FILE_NAME = "numbers";

    /// How many numbers ahead are marked at a time.
    static final int BLOCK_EVENTS = 5_000;

    private static final int FILE_BYTES_MAX = 200;
    private static final Pattern LINE =
            Pattern.compile(
                    "menfang-numbers 1 ([0-9]{1,18}) ([0-9]{1,18}) ([0-9]{1,18})"
                            + " ([0-9a-f]{1,8})\n");

    private final Path file;
    private Numbers marked = Numbers.NONE;

    NumberMark(Path folder) {
        file = folder.resolve(FILE_NAME);
    }

    /// @param boot how often the gate had started
    /// @param events no event has a greater number
    /// @param alarms the same, of the other stream
    record Numbers(long boot, long events, long alarms) {
        static final Numbers NONE = new Numbers(0, 0, 0);
    }

    /// What is marked; empty if nothing is, or the file is damaged.
    Optional<Numbers> read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > FILE_BYTES_MAX) {
                return Optional.empty();
            }
            Matcher line = LINE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!line.matches()) {
                return Optional.empty();
            }
            Numbers numbers =
                    new Numbers(
                            Long.parseLong(line.group(1)),
                            Long.parseLong(line.group(2)),
                            Long.parseLong(line.group(3)));
            return line.group().equals(text(numbers)) ? Optional.of(numbers) : Optional.empty();
        } catch (IOException e) {
            System.getLogger(NumberMark.class.getName())
                    .log(System.Logger.Level.WARNING, "it is not known which numbers are used", e);
            return Optional.empty();
        }
    }

    /// Makes sure that numbers up to these are marked before they are used.
    void reserve(Numbers used) throws IOException {
        boolean isMarked =
                used.boot() == marked.boot()
                        && used.events() <= marked.events()
                        && used.alarms() <= marked.alarms();
        if (!isMarked) {
            Numbers next =
                    new Numbers(
                            used.boot(),
                            used.events() + BLOCK_EVENTS,
                            used.alarms() + BLOCK_EVENTS);
            PrivateFiles.write(file, text(next).getBytes(StandardCharsets.US_ASCII));
            marked = next;
        }
    }

    private static String text(Numbers numbers) {
        String said =
                "menfang-numbers 1 %d %d %d"
                        .formatted(numbers.boot(), numbers.events(), numbers.alarms());
        CRC32 sum = new CRC32();
        sum.update(said.getBytes(StandardCharsets.US_ASCII));
        return said + " " + Long.toHexString(sum.getValue()) + "\n";
    }
}
