package org.menfang.sim.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program with which the outside world is quick enough (`src/rig/hands.c`), built by gcc.
public final class Hands {
    private Hands() {}

    /// Builds a program of the rig into a folder.
    ///
    /// @param name of its source, without the ending
    public static Path build(String name, Path folder)
            throws IOException, InterruptedException, RigFailure {
        Path source = Kernel.folder(Kernel.SCRIPTS).resolve(name + ".c");
        Path program = Files.createDirectories(folder).resolve(name);
        Process gcc =
                new ProcessBuilder(
                                List.of(
                                        "gcc",
                                        "-std=gnu11",
                                        "-O2",
                                        "-Wall",
                                        "-Wextra",
                                        "-Werror",
                                        "-o",
                                        program.toString(),
                                        source.toString()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(gcc.getInputStream().readAllBytes(), UTF_8);
        if (gcc.waitFor() != 0) {
            throw new RigFailure("gcc does not build " + source + ": " + said);
        }
        return program;
    }
}
