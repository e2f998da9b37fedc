package org.menfang.sim.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.broker.MosquittoFiles;
import org.menfang.hub.trust.Trust;
import org.menfang.wire.Protocol;

/// Debian's mosquitto as the broker of a hub.
final class OutsideBroker implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
    private static final Duration START_WAIT_MAX = Duration.ofSeconds(30);
    private static final String HOST = "127.0.0.1";

    private final Path configuration;
    private final Path log;
    private final int port;
    private @Nullable Process running;

    private OutsideBroker(Path configuration, Path log, int port) {
        this.configuration = configuration;
        this.log = log;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /// @param folder for its files
    /// @param trust the folder of the hub's trust
    static OutsideBroker prepare(Path folder, Path trust, int port) throws IOException {
        Trust keys = Trust.open(trust, List.of("localhost", HOST), InstantSource.system());
        Path configuration =
                MosquittoFiles.write(folder, HOST, port, Protocol.RULES_PACKET_BYTES_MAX, keys);
        // Started by root it would give its rights up, and could not read the keys any more.
        Files.writeString(
                configuration,
                "user " + System.getProperty("user.name") + "\n",
                StandardOpenOption.APPEND);
        return new OutsideBroker(configuration, folder.resolve("log"), port);
    }

    /// What a hub's configuration says of it.
    String hubSetting() {
        return "broker:\n  kind: external\n  host: " + HOST + "\n  port: " + port + "\n";
    }

    void start() throws IOException, InterruptedException, CrashFailure {
        Process process =
                new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        running = process;
        if (!Waiting.until(START_WAIT_MAX, () -> !process.isAlive() || answers())
                || !process.isAlive()) {
            throw new CrashFailure("mosquitto does not start; see " + log);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }
}
