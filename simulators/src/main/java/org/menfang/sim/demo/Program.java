package org.menfang.sim.demo;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// One of the real programs, started as a process with the Java and the class path of this one.
///
/// @param name for its log and for people
/// @param mainClass where it begins
/// @param heapMegabytes most heap it may use
/// @param temporary its folder for temporary files
/// @param log where its output goes
public record Program(String name, String mainClass, int heapMegabytes, Path temporary, Path log) {
    private static final long STOP_WAIT_SECONDS = 15;
    private static final long TOOL_WAIT_SECONDS = 60;

    /// Starts it for as long as it runs.
    ///
    /// @param properties such as `menfang.sim.seed=1`
    public Process start(List<String> properties, List<String> arguments) throws IOException {
        return start(properties, arguments, Map.of());
    }

    /// Starts it for as long as it runs.
    ///
    /// @param environment what its environment has beside that of this process
    public Process start(
            List<String> properties, List<String> arguments, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder =
                builder(properties, arguments)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// Runs it to its end and answers with what it printed.
    ///
    /// @throws DemoFailure if it does not end well
    public String run(List<String> arguments)
            throws IOException, InterruptedException, DemoFailure {
        Path errors = log.resolveSibling(log.getFileName() + ".errors");
        Path output = log.resolveSibling(log.getFileName() + ".output");
        Process process =
                builder(List.of(), arguments)
                        .redirectError(errors.toFile())
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!process.waitFor(TOOL_WAIT_SECONDS, TimeUnit.SECONDS)) {
                stop(process);
                throw new DemoFailure(String.join(" ", arguments) + ": no end in sight");
            }
        } catch (InterruptedException e) {
            // Nobody waits for it any more, and its folder may be removed next.
            process.destroyForcibly().onExit().join();
            throw e;
        }
        if (process.exitValue() != 0) {
            throw new DemoFailure(
                    name + " " + String.join(" ", arguments) + ": " + Files.readString(errors));
        }
        return Files.readString(output);
    }

    /// The settings of its Java machine that decide about its speed and its memory.
    public List<String> settings() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Xmx" + heapMegabytes + "m");
    }

    private ProcessBuilder builder(List<String> properties, List<String> arguments) {
        ProcessBuilder builder =
                new ProcessBuilder(command(properties, arguments)).directory(temporary.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        return builder;
    }

    /// The words that start it.
    ///
    /// @param properties such as `menfang.sim.seed=1`
    public List<String> command(List<String> properties, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(inheritedOptions());
        command.addAll(settings());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + temporary));
        properties.forEach(property -> command.add("-D" + property));
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(arguments);
        return command;
    }

    /// The class path of this program. The others start in folders of their own, so that it must
    /// not depend on this one's.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// What the launcher told us about the machine holds for the programs as well.
    private static List<String> inheritedOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option ->
                        option.startsWith("-Dorg.sqlite.")
                                || option.startsWith("-Dmenfang.home")
                                || option.startsWith("-Dmenfang.opencv")
                                || option.startsWith("-Dfile.encoding"))
                .toList();
    }

    /// Asks a process to end, and ends it if it does not.
    public static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_WAIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
