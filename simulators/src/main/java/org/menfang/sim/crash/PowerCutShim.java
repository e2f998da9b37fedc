package org.menfang.sim.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shim that cuts the power of one process (`src/main/c/powercut.c`), built by gcc.
public final class PowerCutShim {
    private static final String SOURCES = "simulators/src/main/c";
    private static final List<String> UNITS = List.of("powercut.c", "unsynced.c");

    private final Path library;

    private PowerCutShim(Path library) {
        this.library = library;
    }

    /// Builds it into a folder.
    public static PowerCutShim build(Path folder)
            throws IOException, InterruptedException, CrashFailure {
        Path sources = Checkout.path(SOURCES);
        Path made = Files.createTempFile(Files.createDirectories(folder), "powercut-", ".so");
        List<String> command = new ArrayList<>(List.of("gcc", "-std=gnu11", "-O2", "-Wall"));
        command.addAll(List.of("-Wextra", "-Werror", "-fPIC", "-shared", "-o", made.toString()));
        UNITS.forEach(unit -> command.add(sources.resolve(unit).toString()));
        Process gcc = start(command);
        String said = new String(gcc.getInputStream().readAllBytes(), UTF_8);
        if (gcc.waitFor() != 0) {
            throw new CrashFailure("gcc does not build the shim: " + said);
        }
        Path library = folder.resolve("libpowercut.so");
        Files.move(made, library, StandardCopyOption.ATOMIC_MOVE);
        return new PowerCutShim(library.toAbsolutePath());
    }

    private static Process start(List<String> command) throws CrashFailure {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new CrashFailure("gcc is missing; install it: apt-get install gcc libc6-dev");
        }
    }

    /// What a process needs in its environment to have its power cut.
    ///
    /// @param disk the folder that loses what was not synced
    /// @param except a folder in it that does not; none for none
    /// @param beside a folder of the rig's own on the same disk, outside of `disk`
    public Map<String, String> environment(Path disk, @Nullable Path except, Path beside, Cut cut) {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "MENFANG_POWERCUT_ONLY",
                cut.only(),
                "MENFANG_POWERCUT_FOLDER",
                real(disk),
                "MENFANG_POWERCUT_EXCEPT",
                except == null ? "" : except.toAbsolutePath().toString(),
                "MENFANG_POWERCUT_GRAVES",
                real(beside),
                "MENFANG_POWERCUT_REPORT",
                report(beside).toString(),
                "MENFANG_POWERCUT_CALL",
                Long.toString(cut.call()),
                "MENFANG_POWERCUT_SEED",
                Long.toString(cut.seed() & Long.MAX_VALUE),
                "MENFANG_POWERCUT_FATE",
                cut.fate().word());
    }

    /// Where the shim tells what it did.
    public static Path report(Path beside) {
        return beside.toAbsolutePath().resolve("report");
    }

    private static String real(Path folder) {
        try {
            return folder.toRealPath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
