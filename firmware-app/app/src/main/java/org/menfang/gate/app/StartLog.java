package org.menfang.gate.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.menfang.tls.PrivateFiles;

/// The starts of the gate that nobody ended, in a small file beside its data: what is left of each
/// is a line, until the gate has stood for a while or was stopped by somebody.
///
/// A file that is damaged counts as far as its lines can be read: at worst a loop of crashes is
/// seen a few starts later.
final class StartLog {
    /// Its name in the data folder.
    static final String FILE_NAME = "starts";

    /// Most starts that are kept.
    static final int STARTS_MAX = 16;

    private static final int FILE_BYTES_MAX = 4_096;
    private static final Logger LOG = System.getLogger(StartLog.class.getName());

    private final Path file;
    private final List<StartTime> earlier;
    private final StartTime now;

    private StartLog(Path file, List<StartTime> earlier, StartTime now) {
        this.file = file;
        this.earlier = earlier;
        this.now = now;
    }

    /// Notes this start.
    ///
    /// @param clock tells when it is
    static StartLog note(Path folder, Supplier<StartTime> clock) {
        Path file = folder.resolve(FILE_NAME);
        StartLog log = new StartLog(file, read(file), clock.get());
        List<StartTime> all = new ArrayList<>(log.earlier);
        all.add(log.now);
        log.write(all);
        return log;
    }

    /// Whether the gate has started so often in so short a time that something must be wrong.
    boolean isLoop() {
        return CrashLoop.isOne(earlier, now);
    }

    /// Somebody ended this run, or it never began: it was no crash.
    void forgetThis() {
        write(earlier);
    }

    /// The gate has stood for a while, or a person has seen to it.
    void forgetAll() {
        write(List.of());
    }

    private void write(List<StartTime> starts) {
        try {
            if (starts.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                PrivateFiles.write(
                        file,
                        starts.stream()
                                .skip(Math.max(0, starts.size() - STARTS_MAX))
                                .map(StartTime::line)
                                .collect(Collectors.joining("\n", "", "\n")));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the starts of the gate cannot be counted: {0}", e.toString());
        }
    }

    private static List<StartTime> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > FILE_BYTES_MAX) {
                return List.of();
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(StartTime::parse)
                    .flatMap(Optional::stream)
                    .limit(STARTS_MAX)
                    .toList();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "earlier starts cannot be read: {0}", e.toString());
            return List.of();
        }
    }
}
