package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.trust.Trust;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.mqtt.Will;

/// A broker, and links to it that end with the test.
@Timeout(300)
abstract class LinkAndBroker {
    static final String NORTH = "lane/north";
    static final String SOUTH = "lane/south";
    static final String NORTH_EVENTS = "menfang/1/lane/north/events";
    static final String NORTH_COMMAND = "menfang/1/lane/north/command";

    @TempDir Path folder;

    BrokerUnderTest broker;
    final List<AutoCloseable> open = new ArrayList<>();

    abstract BrokerUnderTest broker(Path folder) throws Exception;

    @BeforeEach
    void startBroker() throws Exception {
        broker = broker(folder);
        broker.start();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        broker.shutDown();
    }

    LinkOptions hub() {
        return LinkOptions.of("localhost", broker.port(), broker.trust().hubContext(), Trust.HUB);
    }

    LinkOptions gate(String name) throws Exception {
        return gate(name, broker.port());
    }

    BrokerUnderTest broker() {
        return broker;
    }

    MqttLink start(LinkOptions options, HeardByLink heard) {
        return MqttLink.start(
                options, heard, RandomGenerator.of("L64X128MixRandom"), LinkClock.SYSTEM);
    }

    /// Starts a link and waits until it is up.
    MqttLink link(LinkOptions options, HeardByLink heard) throws InterruptedException {
        MqttLink link = start(options, heard);
        open.add(link);
        heard.awaitUp();
        return link;
    }

    static void send(MqttLink link, OutgoingMessage.Builder message) throws Exception {
        assertInstanceOf(Delivery.Delivered.class, offer(link, message).get(30, TimeUnit.SECONDS));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    LinkOptions gate(String name, int port) throws Exception {
        return LinkOptions.of("localhost", port, TestGates.enrol(broker.trust(), name), name);
    }

    SilentProxy proxy() throws IOException {
        SilentProxy proxy = new SilentProxy(broker.port());
        open.add(proxy);
        return proxy;
    }

    static Will will(String gate) {
        return new Will(
                OutgoingMessage.to("menfang/1/" + gate + "/life", bytes("gone: " + gate))
                        .retained()
                        .build(),
                Duration.ofSeconds(1));
    }

    static CompletableFuture<Delivery> offer(MqttLink link, OutgoingMessage.Builder message) {
        CompletableFuture<Delivery> delivery = new CompletableFuture<>();
        assertTrue(link.offer(message.build(), delivery::complete), "the link took nothing");
        return delivery;
    }

    void assertConnectionEnds(SSLContext context, byte[] garbage) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket("localhost", broker.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(garbage);
            out.flush();
            while (socket.getInputStream().read() >= 0) {
                // whatever it has to say about it
            }
        } catch (java.net.SocketException | javax.net.ssl.SSLException e) {
            // ended in another way
        }
    }

    /// The beginning of a CONNECT that claims to be 200 MB long.
    static byte[] oversizedConnect() {
        byte[] packet = new byte[2 << 20];
        packet[0] = 0x10;
        packet[1] = (byte) 0x80;
        packet[2] = (byte) 0x80;
        packet[3] = (byte) 0x80;
        packet[4] = 0x64;
        return packet;
    }

    static String text(IncomingMessage message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }
}
