package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.menfang.sim.demo.Program;
import org.menfang.sim.rig.Guest;
import org.menfang.sim.rig.GuestEnd;
import org.menfang.sim.rig.Hands;
import org.menfang.sim.rig.Kernel;
import org.menfang.sim.rig.RigFailure;

/// The kernel of the rig, where something is measured.
///
/// @param folder which the guest can write
/// @param heapMegabytes most heap that a program in it may use
record InGuest(Path folder, int heapMegabytes) {
    private static final Duration TIME_MAX = Duration.ofMinutes(9);

    /// What is told where there is no such kernel.
    static final List<Figure> NONE =
            List.of(Figure.told("the kernel of the rig runs on x86-64 alone", ""));

    static InGuest in(Path folder, int heapMegabytes) throws IOException {
        return new InGuest(Files.createDirectories(folder), heapMegabytes);
    }

    /// A program of Java, to be started in the guest.
    Program program(String name, String mainClass) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        return new Program(name, mainClass, heapMegabytes, temporary, folder.resolve("log"));
    }

    /// A program of the rig, built.
    Path built(String name) throws IOException, InterruptedException {
        try {
            return Hands.build(name, folder);
        } catch (RigFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Runs a command to its good end; what it and the kernel printed.
    String run(List<String> command) throws IOException, InterruptedException {
        try {
            GuestEnd end = new Guest(Kernel.built(), folder).run(command, TIME_MAX);
            if (end instanceof GuestEnd.Ended(int status, String output) && status == 0) {
                return output;
            }
            throw new IOException("the guest did not measure: " + end.output());
        } catch (RigFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
