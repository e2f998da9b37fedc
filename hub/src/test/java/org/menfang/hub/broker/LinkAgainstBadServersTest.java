package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.trust.Trust;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;

/// What a link does with servers that are no proper broker.
@Timeout(120)
final class LinkAgainstBadServersTest {
    private static final int ATTEMPTS = 25;

    @TempDir Path folder;
    private Trust trust;

    @BeforeEach
    void makeTrust() throws IOException {
        trust = Trust.open(folder.resolve("trust"), List.of("localhost"), Clock.systemUTC());
    }

    @Test
    void a_server_that_accepts_and_closes_leaves_no_threads_behind() throws Exception {
        try (ServerSocket door = door()) {
            serve(door, Socket::close);
            checkNoThreadIsLeft(door.getLocalPort());
        }
    }

    @Test
    void a_server_that_speaks_tls_and_closes_leaves_no_threads_behind() throws Exception {
        try (ServerSocket door = secureDoor()) {
            serve(
                    door,
                    socket -> {
                        socket.getInputStream().read();
                        socket.close();
                    });
            checkNoThreadIsLeft(door.getLocalPort());
        }
    }

    @Test
    void a_server_that_closes_before_it_hears_anything_leaves_no_threads_behind() throws Exception {
        try (ServerSocket door = secureDoor()) {
            serve(
                    door,
                    socket -> {
                        ((javax.net.ssl.SSLSocket) socket).startHandshake();
                        socket.close();
                    });
            checkNoThreadIsLeft(door.getLocalPort());
        }
    }

    @Test
    void a_server_that_never_answers_is_given_up() throws Exception {
        try (ServerSocket door = secureDoor()) {
            serve(
                    door,
                    socket -> {
                        while (socket.getInputStream().read() >= 0) {
                            // it takes everything and says nothing
                        }
                    });
            HeardByLink heard = new HeardByLink();
            try (var _ =
                    start(
                            door.getLocalPort(),
                            heard,
                            LinkLimits.USUAL.connectWait(Duration.ofSeconds(1)))) {
                heard.await("failed");
                heard.await("failed");
            }
        }
    }

    @Test
    void a_server_that_is_not_there_is_tried_again() throws Exception {
        int port;
        try (ServerSocket door = door()) {
            port = door.getLocalPort();
        }
        HeardByLink heard = new HeardByLink();
        try (var _ = start(port, heard, LinkLimits.USUAL)) {
            heard.await("failed");
            heard.await("failed");
        }
    }

    @Test
    void never_more_is_in_flight_than_the_server_takes() throws Exception {
        CompletableFuture<Integer> publishedBeforePing = new CompletableFuture<>();
        try (ServerSocket door = secureDoor()) {
            serve(
                    door,
                    socket -> {
                        DataInputStream in = new DataInputStream(socket.getInputStream());
                        readPacket(in);
                        // CONNACK: no session, success, receive maximum 5
                        socket.getOutputStream().write(new byte[] {0x20, 6, 0, 0, 3, 0x21, 0, 5});
                        int published = 0;
                        int type = readPacket(in);
                        while (type == 3) {
                            published++;
                            type = readPacket(in);
                        }
                        publishedBeforePing.complete(published);
                    });
            HeardByLink heard = new HeardByLink();
            try (MqttLink link =
                    start(
                            door.getLocalPort(),
                            heard,
                            LinkLimits.USUAL.keepAlive(
                                    Duration.ofSeconds(1), Duration.ofSeconds(5)))) {
                heard.awaitUp();
                for (int i = 0; i < 50; i++) {
                    link.offer(
                            OutgoingMessage.to("menfang/1/lane/north/events", new byte[10]).build(),
                            delivery -> {});
                }
                assertEquals(4, publishedBeforePing.get(30, TimeUnit.SECONDS));
            }
        }
    }

    private void checkNoThreadIsLeft(int port) throws Exception {
        HeardByLink heard = new HeardByLink();
        long before = libraryThreads();
        try (var _ = start(port, heard, LinkLimits.USUAL)) {
            for (int i = 0; i < ATTEMPTS; i++) {
                heard.await("failed");
            }
        }
        // those of the last attempt may still be on their way out
        while (libraryThreads() > before + 2) {
            Thread.onSpinWait();
        }
        assertTrue(libraryThreads() <= before + 2);
    }

    private static long libraryThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("MQTT "))
                .count();
    }

    private MqttLink start(int port, HeardByLink heard, LinkLimits limits) throws Exception {
        LinkClock hasty =
                new LinkClock() {
                    @Override
                    public long nanos() {
                        return System.nanoTime();
                    }

                    @Override
                    public void pause(Duration duration) {
                        Thread.onSpinWait();
                    }
                };
        return MqttLink.start(
                LinkOptions.of(
                                "localhost",
                                port,
                                TestGates.enrol(trust, "lane/north"),
                                "lane/north")
                        .within(limits),
                heard,
                RandomGenerator.getDefault(),
                hasty);
    }

    /// Reads one packet and answers its type.
    private static int readPacket(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int length = 0;
        int shift = 0;
        int part;
        do {
            part = in.readUnsignedByte();
            length |= (part & 0x7F) << shift;
            shift += 7;
        } while ((part & 0x80) != 0);
        in.skipNBytes(length);
        return first >> 4;
    }

    private static ServerSocket door() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private ServerSocket secureDoor() throws IOException {
        return trust.serverContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static void serve(ServerSocket door, Serving serving) {
        Thread.ofVirtual()
                .start(() -> {
                    while (!door.isClosed()) {
                        try {
                            Socket socket = door.accept();
                            Thread.ofVirtual().start(() -> serveOne(socket, serving));
                        } catch (IOException e) {
                            // closed: the next turn ends it
                        }
                    }
                });
    }

    private static void serveOne(Socket socket, Serving serving) {
        try (socket) {
            serving.serve(socket);
        } catch (IOException e) {
            // the client went away
        }
    }

    private interface Serving {
        void serve(Socket socket) throws IOException;
    }
}
