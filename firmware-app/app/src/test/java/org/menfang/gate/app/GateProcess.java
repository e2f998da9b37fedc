package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.menfang.gate.CardBits;

/// The program as a process of its own, as the launcher starts it.
final class GateProcess implements AutoCloseable {
    private static final long WAIT_SECONDS = 30;

    private static final List<String> WITHOUT_PRIVILEGES =
            List.of(
                    "setpriv",
                    "--bounding-set=-dac_override,-dac_read_search",
                    "--inh-caps=-dac_override,-dac_read_search");

    private final Process process;
    private final BufferedReader words;
    private final List<String> said = new ArrayList<>();

    private GateProcess(Process process) {
        this.process = process;
        this.words = process.inputReader();
    }

    static GateProcess start(String... arguments) throws IOException {
        return start(List.of(), Map.of(), arguments);
    }

    private static GateProcess start(
            List<String> prefix, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new GateProcess(builder.start());
    }

    static GateProcess run(Path site, Path data) throws IOException {
        return run(List.of(), Map.of(), site, data);
    }

    /// The same with some variables more in its environment.
    static GateProcess runIn(Map<String, String> environment, Path site, Path data)
            throws IOException {
        return run(List.of(), environment, site, data);
    }

    /// The same, but the rights to files count for it even where the superuser runs the tests.
    static GateProcess runWithoutPrivileges(Path site, Path data) throws IOException {
        boolean superuser = System.getProperty("user.name").equals("root");
        return run(superuser ? WITHOUT_PRIVILEGES : List.of(), Map.of(), site, data);
    }

    private static GateProcess run(
            List<String> prefix, Map<String, String> environment, Path site, Path data)
            throws IOException {
        return start(
                prefix,
                environment,
                "run",
                "--site",
                site.toString(),
                "--data",
                data.toString(),
                "--hardware",
                RecordingHardwareProvider.NAME);
    }

    /// Shows a card to a reader of the recording hardware.
    void showCard(String reader, CardBits bits) throws IOException {
        process.outputWriter().append(reader).append(' ').append(bits.bits()).append('\n').flush();
    }

    /// From now on whoever shows something at a reader hangs.
    void wedgeReaders() throws IOException {
        process.outputWriter().append(RecordingHardwareProvider.WEDGE).append('\n').flush();
    }

    /// Waits until the program says something with these words in it.
    void awaitWords(String wanted) throws IOException {
        CompletableFuture<?> patience = patience();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            said.add(line);
            if (line.contains(wanted)) {
                patience.complete(null);
                return;
            }
        }
        throw new AssertionError("it never said \"" + wanted + "\" but: " + said());
    }

    /// A program that goes on in silence is killed, so that the test hears the end of it.
    private CompletableFuture<?> patience() {
        CompletableFuture<?> patience = new CompletableFuture<>();
        var _ =
                patience.orTimeout(WAIT_SECONDS, TimeUnit.SECONDS)
                        .exceptionally(_ -> {
                            process.destroyForcibly();
                            return null;
                        });
        return patience;
    }

    /// Sends the signal with which a service manager stops a program.
    void terminate() {
        // Not by the process itself, which would close its streams and lose its last words.
        process.toHandle().destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Waits for the end and answers with the exit status.
    int awaitExit() throws IOException, InterruptedException {
        CompletableFuture<?> patience = patience();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            said.add(line);
        }
        assertTrue(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS), "it goes on: " + said);
        patience.complete(null);
        return process.exitValue();
    }

    /// All that it said, errors included.
    String said() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
