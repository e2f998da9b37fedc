package org.menfang.sim.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps how late it is in the compound, so that a gate that is started again finds its clock ahead
/// of what it has written, as a battery-backed clock would be.
final class ClockFile {
    /// How often the time is kept.
    static final Duration KEEP_EVERY = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(ClockFile.class.getName());

    private final Path file;

    ClockFile(Path dataFolder) {
        file = dataFolder.resolve("simulated-clock");
    }

    /// The time to go on at: what was kept, and what may have passed since; empty at first.
    Optional<Instant> resume(double speed) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Instant kept = Instant.parse(Files.readString(file).strip());
            return Optional.of(kept.plusMillis((long) (KEEP_EVERY.toMillis() * 2 * speed)));
        } catch (IOException | DateTimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the simulated time begins anew, since it cannot be read from " + file,
                    e);
            return Optional.empty();
        }
    }

    void keep(Instant now) {
        try {
            Files.writeString(file, now.toString());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the simulated time cannot be kept: " + file, e);
        }
    }
}
