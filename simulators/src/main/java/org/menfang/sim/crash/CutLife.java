package org.menfang.sim.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.Chance;

/// One data folder, and the power cuts that it goes through, one after the other.
final class CutLife {
    /// The shim ends a process as `kill -9` does.
    private static final int CUT_STATUS = 137;

    /// A cut in so many of the first calls falls into the start, and into what the start mends.
    private static final int CALLS_OF_START_MAX = 250;

    private static final int CALLS_MAX = 4_000;
    private static final int CONTROL_CALLS_MAX = 10_000;
    private static final int STARTS_PERCENT = 30;

    private final Victim victim;
    private final PowerCutShim shim;
    private final Path folder;
    private final Chance chance;
    private final @Nullable String synchronous;
    private final Acknowledged acknowledged = new Acknowledged();

    /// @param folder where the data folder is made, and what the rig needs beside it
    /// @param synchronous what a control weakens its database to; none for the program as it is
    CutLife(
            Victim victim,
            PowerCutShim shim,
            Path folder,
            long seed,
            @Nullable String synchronous) {
        this.victim = victim;
        this.shim = shim;
        this.folder = folder;
        this.synchronous = synchronous;
        chance = Chance.of(seed, "cuts of the " + victim.title());
    }

    /// What one cut did.
    record Outcome(CutReport report, Finding finding) {}

    Outcome cut() throws IOException, InterruptedException, CrashFailure {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Path beside = Files.createDirectories(folder.resolve("beside"));
        Victim.End end = victim.run(shim, disk, beside, next(), synchronous);
        Finding finding = new Finding();
        Optional<String> complaint = acknowledged.take(end.said());
        complaint.ifPresent(line -> finding.corrupt("the program says: " + line));
        check(end);
        Path copy = folder.resolve("copy");
        copy(disk, copy);
        inspect(copy, finding);
        return new Outcome(end.report(), finding);
    }

    /// A program that does not stand what it finds has not served again.
    private void inspect(Path copy, Finding finding) throws IOException, InterruptedException {
        try {
            victim.inspection().inspect(copy, acknowledged, finding);
        } catch (RuntimeException e) {
            finding.corrupt("the program throws: " + e);
        }
    }

    long acknowledged() {
        return acknowledged.count();
    }

    private Cut next() {
        return new Cut(call(), chance.between(0, Integer.MAX_VALUE - 1), Fate.ANY);
    }

    /// What a control loses shows best once the log was written back into the file.
    private int call() {
        if (synchronous != null) {
            return chance.between(CALLS_MAX, CONTROL_CALLS_MAX);
        }
        return chance.percent(STARTS_PERCENT)
                ? chance.between(1, CALLS_OF_START_MAX)
                : chance.between(CALLS_OF_START_MAX, CALLS_MAX);
    }

    /// A rig that is blind is a failure of its own.
    private void check(Victim.End end) throws CrashFailure {
        CutReport report = end.report();
        if (!report.begun()) {
            throw new CrashFailure("the shim was not in the program");
        }
        if (!report.unmodelled().isEmpty()) {
            throw new CrashFailure("the shim does not understand: " + report.unmodelled());
        }
        if (end.status() != CUT_STATUS || report.line() == null) {
            throw new CrashFailure(
                    "the program ended with "
                            + end.status()
                            + " and was not cut; see "
                            + folder.resolve("beside/errors"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Folders.remove(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
