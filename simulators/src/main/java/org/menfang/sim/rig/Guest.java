package org.menfang.sim.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A machine of its own with a real Linux kernel, which lives as long as the one program that it is
/// started for. It sees the files of this machine, and can write one folder of them.
public final class Guest {
    private static final int MEGABYTES = 1024;
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final long STOP_WAIT_SECONDS = 5;

    private final Kernel kernel;
    private final Path folder;

    /// @param folder the one that it can write, under the same name as here; no other guest uses it
    public Guest(Kernel kernel, Path folder) {
        this.kernel = kernel;
        this.folder = folder.toAbsolutePath().normalize();
        if (!this.folder.toString().matches("[\\w/.+-]+")) {
            throw new IllegalArgumentException("a kernel cannot be told this name: " + folder);
        }
    }

    /// Boots it, runs a program as root in the working folder of this one, and switches it off. The
    /// program's environment has `SIM`, the folder of {@link OutsideWires}.
    ///
    /// @param limit how long that may take
    public GuestEnd run(List<String> command, Duration limit)
            throws IOException, InterruptedException {
        Path status = folder.resolve("exit-status");
        Path console = folder.resolve("console");
        Files.createDirectories(folder);
        Files.deleteIfExists(status);
        Files.writeString(folder.resolve("program"), script(command), UTF_8);
        Process process = boot(console);
        boolean ended;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            switchOff(process);
        }
        String output = Files.readString(console, UTF_8);
        if (!ended) {
            return new GuestEnd.OutOfTime(output);
        }
        return Files.exists(status)
                ? new GuestEnd.Ended(Integer.parseInt(Files.readString(status).strip()), output)
                : new GuestEnd.Died(output);
    }

    private Process boot(Path console) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                kernel.linux().toString(),
                                "mem=" + MEGABYTES + "M",
                                "root=/dev/root",
                                "rootfstype=hostfs",
                                "rootflags=/",
                                "ro",
                                "noreboot",
                                "quiet",
                                "init=" + kernel.init().toAbsolutePath().normalize(),
                                "rig.folder=" + folder,
                                "rig.stub=" + kernel.busStub())
                        .redirectErrorStream(true)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(console.toFile());
        builder.environment().put("TMPDIR", memoryFolder().toString());
        return builder.start();
    }

    /// The guest's memory is a file that programs are run from. In memory it is quick; a container
    /// may have little room there, or forbid to run anything from it.
    private Path memoryFolder() throws IOException {
        if (!Files.isDirectory(SHARED_MEMORY)) {
            return folder;
        }
        FileStore store = Files.getFileStore(SHARED_MEMORY);
        boolean room = store.getUsableSpace() > (long) MEGABYTES << 20;
        return room && mayRunPrograms() ? SHARED_MEMORY : folder;
    }

    private static boolean mayRunPrograms() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/mounts"), UTF_8).stream()
                .map(line -> line.split(" ", -1))
                .noneMatch(mount ->
                        mount[1].equals(SHARED_MEMORY.toString())
                                && List.of(mount[3].split(",", -1)).contains("noexec"));
    }

    private static void switchOff(Process process) throws InterruptedException {
        List<ProcessHandle> parts = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(STOP_WAIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        parts.forEach(ProcessHandle::destroyForcibly);
    }

    private static String script(List<String> command) {
        String words = command.stream().map(Guest::quoted).collect(Collectors.joining(" "));
        String here = quoted(Path.of("").toAbsolutePath().toString());
        return "cd " + here + " && exec " + words + "\n";
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
