package org.menfang.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The fuzzer at work on one room: Jazzer's driver, in a process of its own.
final class FuzzProcess {
    /// One input for so long means that it never ends.
    private static final int INPUT_SECONDS_MAX = 30;

    private static final int HEAP_MEGABYTES = 256;

    /// How much longer than it was told a process may take to start and to end, on a machine that
    /// has other things to do.
    private static final Duration OVERTIME = Duration.ofMinutes(10);

    private static final String INPUTS = "inputs";
    private static final String LOG = "log";

    private final Room room;
    private final List<String> names;
    private final Path folder;
    private final Process process;
    private final Duration time;

    private FuzzProcess(Room room, Path folder, Process process, Duration time) {
        this.room = room;
        this.names = room.targets().stream().map(FuzzTarget::name).toList();
        this.folder = folder;
        this.process = process;
        this.time = time;
    }

    /// How much one reader did.
    record Count(String target, long inputs, long cpuMillis) {}

    /// A fault that the fuzzer found.
    ///
    /// @param input as a line of the file of inputs
    record Fault(String target, String input, String trace) {}

    /// What became of a room.
    ///
    /// @param status of the process; 0 also where it was to go on after a fault
    record Outcome(Room room, int status, List<Count> counts, List<Fault> faults, Path log) {
        boolean isSound() {
            return status == 0 && faults.isEmpty();
        }
    }

    /// @param folder a folder of its own
    /// @param faultsMax it ends after so many
    static FuzzProcess start(Room room, Path folder, Duration time, int faultsMax)
            throws IOException {
        Path inputs = Files.createDirectories(folder.resolve(INPUTS));
        Files.createDirectories(folder.resolve("tmp"));
        writeInputs(room, inputs);
        List<String> options =
                List.of(
                        "--keep_going=" + faultsMax,
                        "-max_total_time=" + time.toSeconds(),
                        // The same again for the control: it shows that faults are seen, not luck.
                        "-seed=" + (room == Room.CONTROL ? 1 : 0),
                        inputs.toString());
        return new FuzzProcess(room, folder, launch(room, folder, options), time);
    }

    /// What of the inputs of a run leads somewhere that the kept ones do not, with the byte that
    /// says whose it is.
    static List<byte[]> merge(Room room, Path folder) throws IOException, InterruptedException {
        Path known = Files.createDirectories(folder.resolve("known"));
        writeInputs(room, known);
        List<String> options =
                List.of("-merge=1", known.toString(), folder.resolve(INPUTS).toString());
        Process process = launch(room, folder, options);
        if (!process.waitFor(OVERTIME.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        List<byte[]> merged = new ArrayList<>();
        try (Stream<Path> files = Files.list(known)) {
            for (Path file : files.sorted(Comparator.comparingLong(FuzzProcess::size)).toList()) {
                merged.add(Files.readAllBytes(file));
            }
        }
        return merged;
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static Process launch(Room room, Path folder, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(java(folder));
        command.addAll(
                List.of(
                        "--target_class=" + FuzzEntry.class.getName(),
                        "--target_args=" + room + " " + folder,
                        "--instrumentation_includes=org.menfang.**",
                        "--instrumentation_excludes="
                                + FuzzEntry.class.getName()
                                + ":"
                                + Bounds.class.getName(),
                        "--custom_hook_includes=org.menfang.**",
                        // The board is asked through its socket.
                        "--disabled_hooks="
                                + "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/artifact-",
                        "-max_len=" + (Corpus.INPUT_BYTES_MAX + 1),
                        "-timeout=" + INPUT_SECONDS_MAX));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(LOG).toFile()))
                .start();
    }

    private static List<String> java(Path folder) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+EnableDynamicAgentLoading",
                "-Xshare:auto",
                "-Xmx" + HEAP_MEGABYTES + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-Dlogback.configurationFile=fuzz/logback.xml",
                "-D" + Examples.HOME + "=" + Examples.house(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer");
    }

    /// The kept inputs, with the byte before them that says whose they are.
    private static void writeInputs(Room room, Path inputs) throws IOException {
        List<FuzzTarget> targets = room.targets();
        for (int i = 0; i < targets.size(); i++) {
            int number = 0;
            for (byte[] kept : Corpus.of(targets.get(i))) {
                byte[] whole = new byte[kept.length + 1];
                whole[0] = (byte) i;
                System.arraycopy(kept, 0, whole, 1, kept.length);
                Files.write(inputs.resolve(targets.get(i).name() + "-" + number++), whole);
            }
        }
    }

    /// Waits for its end.
    Outcome finish() throws IOException, InterruptedException {
        if (!process.waitFor(time.plus(OVERTIME).toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return new Outcome(room, process.exitValue(), counts(), faults(), folder.resolve(LOG));
    }

    /// Ends it, whatever it does.
    void stop() {
        process.destroyForcibly();
    }

    private List<Count> counts() throws IOException {
        Path file = folder.resolve(FuzzEntry.COUNTS);
        return Files.exists(file)
                ? Files.readAllLines(file).stream().map(FuzzProcess::count).toList()
                : List.of();
    }

    private static Count count(String line) {
        String[] words = line.split(" ", -1);
        return new Count(words[0], Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    private List<Fault> faults() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(this::fault).flatMap(List::stream).toList();
        }
    }

    private List<Fault> fault(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (name.startsWith(FuzzEntry.FAULT)) {
                String[] parts = Files.readString(file).split("\n", 3);
                return List.of(new Fault(parts[0], parts[1], parts[2]));
            }
            if (name.startsWith("artifact-timeout") || name.startsWith("artifact-oom")) {
                byte[] whole = Files.readAllBytes(file);
                String target =
                        whole.length == 0
                                ? "nobody"
                                : names.get(Byte.toUnsignedInt(whole[0]) % names.size());
                byte[] input = Arrays.copyOfRange(whole, Math.min(1, whole.length), whole.length);
                return List.of(new Fault(target, InputText.write(input), name));
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
