package org.menfang.sim.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The programs whose power is cut, and who looks at what is left.
public enum Victim {
    GATE("gate journal", GateVictim.class),
    HUB("hub store", HubVictim.class);

    /// More than any cut waits for.
    private static final long WORK_MAX = 1_000_000;

    private final String title;
    private final Class<?> program;

    Victim(String title, Class<?> program) {
        this.title = title;
        this.program = program;
    }

    /// As people read it.
    public String title() {
        return title;
    }

    Inspection inspection() {
        return switch (this) {
            case GATE -> new GateInspection();
            case HUB -> new HubInspection();
        };
    }

    /// How one ended.
    ///
    /// @param said every whole line of its standard output
    record End(int status, List<String> said, CutReport report) {}

    /// Runs it until its power is cut.
    ///
    /// @param disk its data folder, which loses what was not synced
    /// @param beside the rig's own folder on the same disk
    /// @param synchronous what a control weakens its database to; none for the program as it is
    End run(PowerCutShim shim, Path disk, Path beside, Cut cut, @Nullable String synchronous)
            throws IOException, InterruptedException, CrashFailure {
        Files.deleteIfExists(PowerCutShim.report(beside));
        ProcessBuilder builder =
                new ProcessBuilder(command(disk, beside, cut, synchronous))
                        .directory(beside.toFile())
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(
                                        beside.resolve("errors").toFile()));
        builder.environment().putAll(shim.environment(disk, null, beside, cut));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            int status = process.waitFor();
            List<String> lines = said.substring(0, said.lastIndexOf('\n') + 1).lines().toList();
            return new End(status, lines, CutReport.read(PowerCutShim.report(beside)));
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Path disk, Path beside, Cut cut, @Nullable String synchronous)
            throws CrashFailure {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + beside.toAbsolutePath(),
                        "-Dorg.sqlite.lib.path=" + Checkout.nativeSqlite()));
        if (synchronous != null) {
            command.add("-D" + Weakening.PROPERTY + "=" + synchronous);
        }
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.add(disk.toAbsolutePath().toString());
        command.add(Long.toString(cut.seed()));
        command.add(Long.toString(WORK_MAX));
        return command;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
