package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.menfang.gate.CardBits;

/// The program as a process of its own, as the launcher starts it.
final class GateProcess implements AutoCloseable {
    private static final long WAIT_SECONDS = 60;

    private final Process process;
    private final BufferedReader words;
    private final List<String> said = new ArrayList<>();

    private GateProcess(Process process) {
        this.process = process;
        this.words = process.inputReader();
    }

    static GateProcess start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Duser.language=en",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new GateProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    static GateProcess run(Path site, Path data) throws IOException {
        return start(
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

    /// Waits until the program says something with these words in it.
    void awaitWords(String wanted) throws IOException {
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            said.add(line);
            if (line.contains(wanted)) {
                return;
            }
        }
        throw new AssertionError("it never said \"" + wanted + "\" but: " + said);
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
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            said.add(line);
        }
        assertTrue(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS), "it goes on: " + said);
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
