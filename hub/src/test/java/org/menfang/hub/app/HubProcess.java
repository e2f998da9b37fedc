package org.menfang.hub.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The hub as a process of its own, on any free ports.
final class HubProcess implements AutoCloseable {
    private static final long END_SECONDS_MAX = 60;

    private final Process process;
    private final Endpoints endpoints;

    private HubProcess(Process process, Endpoints endpoints) {
        this.process = process;
        this.endpoints = endpoints;
    }

    /// Starts a hub and waits until it listens.
    static HubProcess start(Path config, Path data) throws IOException {
        Process process =
                new ProcessBuilder(command("run", "--config", config, "--data", data))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> said = new ArrayList<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.contains("sign-in link")) {
                return new HubProcess(process, Endpoints.read(data.resolve("run")).orElseThrow());
            }
        }
        throw new IOException("the hub ended: " + said);
    }

    /// The command line of the hub in a Java machine of its own.
    static List<String> command(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS);
    }

    /// As a service manager does.
    ///
    /// @return the exit status
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the hub does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
