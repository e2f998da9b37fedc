package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.menfang.hub.trust.Trust;
import org.menfang.wire.Protocol;

/// Debian's mosquitto, with the files that we write for it.
final class MosquittoTest extends MqttLinkContract {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    @BeforeAll
    static void mosquitto_is_installed() {
        assertTrue(
                Files.isExecutable(PROGRAM),
                "this test needs Debian's mosquitto: apt-get install mosquitto");
    }

    @Override
    BrokerUnderTest broker(Path folder) throws IOException {
        Trust trust =
                Trust.open(
                        folder.resolve("trust"),
                        List.of("localhost", "127.0.0.1"),
                        Clock.systemUTC());
        return new Mosquitto(folder.resolve("mosquitto"), trust);
    }

    /// Starts and kills a process of mosquitto.
    static final class Mosquitto implements BrokerUnderTest {
        private final Path folder;
        private final Trust trust;
        private final int port;
        private @Nullable Process running;

        Mosquitto(Path folder, Trust trust) throws IOException {
            this.folder = folder;
            this.trust = trust;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                this.port = free.getLocalPort();
            }
        }

        @Override
        public Trust trust() {
            return trust;
        }

        @Override
        public int port() {
            return port;
        }

        @Override
        public void start() throws Exception {
            Path configuration =
                    MosquittoFiles.write(
                            folder, "127.0.0.1", port, Protocol.RULES_PACKET_BYTES_MAX, trust);
            // started by root, it would give up its rights and could not read the keys any more
            Files.writeString(
                    configuration,
                    "user " + System.getProperty("user.name") + "\n",
                    StandardOpenOption.APPEND);
            Process process =
                    new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve("log").toFile()))
                            .start();
            running = process;
            awaitPort(process);
        }

        @Override
        public void kill() throws Exception {
            Process process = running;
            if (process != null) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                running = null;
            }
        }

        @Override
        public void wipe() {
            // it stores nothing
        }

        @Override
        public void shutDown() throws Exception {
            kill();
        }

        private void awaitPort(Process process) throws IOException {
            while (process.isAlive()) {
                try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    return;
                } catch (IOException e) {
                    Thread.onSpinWait();
                }
            }
            throw new IOException(
                    "mosquitto does not start: " + Files.readString(folder.resolve("log")));
        }
    }
}
