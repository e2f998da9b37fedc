package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.trust.Trust;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.mqtt.UserProperty;
import org.menfang.mqtt.Will;
import org.menfang.tls.TlsContexts;

/// What a link and a broker owe each other, whichever broker it is.
@Timeout(120)
abstract class MqttLinkContract {
    private static final String NORTH = "lane/north";
    private static final String SOUTH = "lane/south";
    private static final String NORTH_EVENTS = "menfang/1/lane/north/events";
    private static final String NORTH_COMMAND = "menfang/1/lane/north/command";

    @TempDir Path folder;

    private BrokerUnderTest broker;
    private final List<AutoCloseable> open = new ArrayList<>();

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

    @Test
    void a_message_arrives_with_all_that_stands_beside_it() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/result"), heard);
        MqttLink north = link(gate(NORTH), new HeardByLink());
        send(
                north,
                OutgoingMessage.to("menfang/1/lane/north/result", bytes("done"))
                        .contentType("application/json")
                        .responseTopic("menfang/1/lane/north/command")
                        .correlation(bytes("c-1"))
                        .userProperty("by", "wang")
                        .expiresAfter(Duration.ofSeconds(30)));
        IncomingMessage message = heard.nextMessage();
        assertEquals("menfang/1/lane/north/result", message.topic());
        assertEquals("done", text(message));
        assertEquals("application/json", message.contentType());
        assertEquals("menfang/1/lane/north/command", message.responseTopic());
        assertArrayEquals(bytes("c-1"), message.correlation());
        assertEquals(List.of(new UserProperty("by", "wang")), message.userProperties());
        assertFalse(message.retained());
    }

    @Test
    void a_retained_message_greets_who_comes_late() throws Exception {
        MqttLink north = link(gate(NORTH), new HeardByLink());
        send(
                north,
                OutgoingMessage.to("menfang/1/lane/north/state", bytes("all is well")).retained());
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/state"), heard);
        IncomingMessage message = heard.nextMessage();
        assertTrue(message.retained());
        assertEquals("all is well", text(message));
    }

    @Test
    void a_will_is_sent_when_a_link_is_cut_and_not_when_it_is_closed() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/life"), heard);
        SilentProxy proxy = proxy();
        link(gate(NORTH, proxy.port()).withWill(will(NORTH)), new HeardByLink());
        MqttLink polite = link(gate(SOUTH).withWill(will(SOUTH)), new HeardByLink());
        polite.close();
        proxy.close();
        heard.expect("gone: " + NORTH);
        assertTrue(heard.messages.isEmpty());
    }

    @Test
    void what_was_not_acknowledged_comes_again_and_what_was_does_not() throws Exception {
        SilentProxy proxy = proxy();
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH, proxy.port()).subscribing(NORTH_COMMAND), heard);
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("first")));
        heard.expect("first");
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("second")));
        IncomingMessage lost = heard.nextMessage();
        proxy.cut();
        heard.await("lost");
        lost.acknowledge();
        heard.awaitUp();
        heard.expect("second");
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("third")));
        heard.expect("third");
    }

    @Test
    void what_is_said_while_a_link_is_away_waits_for_it() throws Exception {
        MqttLink before = link(gate(NORTH).subscribing(NORTH_COMMAND), new HeardByLink());
        before.close();
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("while you were out")));
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        heard.expect("while you were out");
    }

    @Test
    void a_link_comes_back_to_a_broker_that_was_killed_and_wiped() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        HeardByLink heardByHub = new HeardByLink();
        MqttLink hub = link(hub(), heardByHub);
        broker.kill();
        heard.await("lost");
        heardByHub.await("lost");
        assertFalse(hub.offer(OutgoingMessage.to(NORTH_COMMAND, bytes("x")).build(), done -> {}));
        broker.wipe();
        broker.start();
        heard.awaitUp();
        heardByHub.awaitUp();
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("here again")));
        heard.expect("here again");
    }

    @Test
    void a_thousand_messages_arrive_in_order() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/events"), heard);
        MqttLink north = link(gate(NORTH), new HeardByLink());
        List<CompletableFuture<Delivery>> deliveries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            deliveries.add(offer(north, OutgoingMessage.to(NORTH_EVENTS, bytes("event " + i))));
        }
        for (int i = 0; i < 1_000; i++) {
            heard.expect("event " + i);
        }
        for (CompletableFuture<Delivery> delivery : deliveries) {
            assertInstanceOf(Delivery.Delivered.class, delivery.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_link_that_hears_nothing_any_more_is_found() throws Exception {
        SilentProxy proxy = proxy();
        HeardByLink heard = new HeardByLink();
        MqttLink north =
                link(
                        gate(NORTH, proxy.port())
                                .within(
                                        LinkLimits.USUAL.keepAlive(
                                                Duration.ofSeconds(1), Duration.ofSeconds(3))),
                        heard);
        proxy.goSilent();
        CompletableFuture<Delivery> stuck =
                offer(north, OutgoingMessage.to(NORTH_EVENTS, bytes("into the void")));
        heard.await("lost");
        assertInstanceOf(Delivery.Lost.class, stuck.get(30, TimeUnit.SECONDS));
        proxy.speakAgain();
        heard.awaitUp();
    }

    @Test
    void a_message_that_the_listener_cannot_stomach_is_reported_and_does_not_come_again()
            throws Exception {
        HeardByLink heard = new HeardByLink();
        MqttLink first = link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("poison")));
        heard.await("poisoned: cannot stomach it");
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("bread")));
        heard.expect("bread");
        first.close();
        HeardByLink again = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), again);
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("more bread")));
        again.expect("more bread");
        assertTrue(again.changes.isEmpty());
    }

    @Test
    void a_gate_cannot_write_to_the_topics_of_others() throws Exception {
        MqttLink north = link(gate(NORTH), new HeardByLink());
        for (String foreign :
                List.of(
                        "menfang/1/lane/south/events",
                        "menfang/1/lane/north/command",
                        "menfang/1/lane/north/ack",
                        "menfang/1/lane/hub",
                        "menfang/1/other/north/events",
                        "elsewhere")) {
            Delivery delivery =
                    offer(north, OutgoingMessage.to(foreign, bytes("mine now")))
                            .get(30, TimeUnit.SECONDS);
            assertEquals(new Delivery.Refused(0x87), delivery, foreign);
        }
        send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("still here")));
    }

    @Test
    void a_gate_does_not_hear_what_is_said_to_others() throws Exception {
        HeardByLink nosy = new HeardByLink();
        open.add(start(gate(SOUTH).subscribing(NORTH_COMMAND), nosy));
        HeardByLink wide = new HeardByLink();
        open.add(start(gate("lane/east").subscribing("menfang/#"), wide));
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        MqttLink hub = link(hub(), new HeardByLink());
        nosy.changes.poll(30, TimeUnit.SECONDS);
        wide.changes.poll(30, TimeUnit.SECONDS);
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("for north alone")));
        heard.expect("for north alone");
        assertTrue(nosy.messages.isEmpty());
        assertTrue(wide.messages.isEmpty());
    }

    @Test
    void a_gate_hears_whether_the_hub_is_there() throws Exception {
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to("menfang/1/lane/hub", bytes("online")).retained());
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing("menfang/1/lane/hub"), heard);
        heard.expect("online");
    }

    @Test
    void nobody_takes_the_client_id_of_another() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(gate(NORTH).subscribing(NORTH_COMMAND), heard);
        SSLContext south = TestGates.enrol(broker.trust(), SOUTH);
        HeardByLink thief = new HeardByLink();
        open.add(
                start(
                        LinkOptions.of("localhost", broker.port(), south, NORTH)
                                .subscribing(NORTH_COMMAND),
                        thief));
        thief.changes.poll(30, TimeUnit.SECONDS);
        MqttLink hub = link(hub(), new HeardByLink());
        send(hub, OutgoingMessage.to(NORTH_COMMAND, bytes("for north alone")));
        heard.expect("for north alone");
        assertTrue(heard.changes.isEmpty());
        assertTrue(thief.messages.isEmpty());
    }

    @Test
    void a_certificate_of_another_authority_is_refused() throws Exception {
        Trust stranger =
                Trust.open(
                        folder.resolve("stranger"),
                        List.of("localhost"),
                        java.time.Clock.systemUTC());
        SSLContext context = TestGates.stranger(stranger, NORTH, broker.trust());
        HeardByLink heard = new HeardByLink();
        open.add(start(LinkOptions.of("localhost", broker.port(), context, NORTH), heard));
        heard.await("failed");
        HeardByLink proper = new HeardByLink();
        link(gate(NORTH), proper);
    }

    @Test
    void a_client_without_a_certificate_is_refused() throws Exception {
        HeardByLink heard = new HeardByLink();
        open.add(
                start(
                        LinkOptions.of(
                                "localhost",
                                broker.port(),
                                TlsContexts.trusting(broker.trust().authority()),
                                NORTH),
                        heard));
        heard.await("failed");
    }

    @Test
    void a_broker_under_another_name_is_not_trusted() throws Exception {
        HeardByLink heard = new HeardByLink();
        SSLContext tls = TestGates.enrol(broker.trust(), NORTH);
        open.add(start(LinkOptions.of("ip6-localhost", broker.port(), tls, NORTH), heard));
        open.add(start(LinkOptions.of("127.0.0.2", broker.port(), tls, NORTH), heard));
        heard.await("failed");
    }

    @Test
    void a_packet_that_is_too_large_is_refused_and_the_link_goes_on() throws Exception {
        MqttLink north = link(gate(NORTH), new HeardByLink());
        Delivery delivery =
                offer(north, OutgoingMessage.to(NORTH_EVENTS, new byte[(1 << 20) + 1]))
                        .get(30, TimeUnit.SECONDS);
        assertEquals(new Delivery.Refused(0x95), delivery);
        send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("small")));
    }

    @Test
    void a_packet_that_is_too_large_for_the_broker_alone_is_refused_too() throws Exception {
        MqttLink north =
                link(
                        gate(NORTH).within(LinkLimits.USUAL.packetBytesMax(8 << 20)),
                        new HeardByLink());
        Delivery delivery =
                offer(north, OutgoingMessage.to(NORTH_EVENTS, new byte[2 << 20]))
                        .get(30, TimeUnit.SECONDS);
        assertEquals(new Delivery.Refused(0x95), delivery);
        send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("small")));
    }

    @Test
    void garbage_and_oversized_packets_end_their_connection_and_nobody_elses() throws Exception {
        HeardByLink heard = new HeardByLink();
        MqttLink north = link(gate(NORTH), heard);
        SSLContext south = TestGates.enrol(broker.trust(), SOUTH);
        assertConnectionEnds(south, new byte[] {0, 0, 0, 0, 0, 0});
        assertConnectionEnds(
                south,
                new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
        assertConnectionEnds(south, oversizedConnect());
        send(north, OutgoingMessage.to(NORTH_EVENTS, bytes("nothing happened")));
        assertTrue(heard.changes.isEmpty());
    }

    @Test
    void the_newest_of_what_replaces_each_other_is_sent() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/state"), heard);
        MqttLink north = link(gate(NORTH), new HeardByLink());
        List<CompletableFuture<Delivery>> deliveries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            deliveries.add(
                    offer(
                            north,
                            OutgoingMessage.to("menfang/1/lane/north/state", bytes("s" + i))
                                    .newestWins()));
        }
        assertInstanceOf(Delivery.Delivered.class, deliveries.getLast().get(30, TimeUnit.SECONDS));
        String last;
        do {
            IncomingMessage message = heard.nextMessage();
            last = text(message);
            message.acknowledge();
        } while (!last.equals("s499"));
        assertTrue(heard.messages.isEmpty());
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

    private LinkOptions gate(String name, int port) throws Exception {
        return LinkOptions.of("localhost", port, TestGates.enrol(broker.trust(), name), name);
    }

    private SilentProxy proxy() throws IOException {
        SilentProxy proxy = new SilentProxy(broker.port());
        open.add(proxy);
        return proxy;
    }

    private static Will will(String gate) {
        return new Will(
                OutgoingMessage.to("menfang/1/" + gate + "/life", bytes("gone: " + gate))
                        .retained()
                        .build(),
                Duration.ofSeconds(1));
    }

    private static CompletableFuture<Delivery> offer(
            MqttLink link, OutgoingMessage.Builder message) {
        CompletableFuture<Delivery> delivery = new CompletableFuture<>();
        assertTrue(link.offer(message.build(), delivery::complete), "the link took nothing");
        return delivery;
    }

    private void assertConnectionEnds(SSLContext context, byte[] garbage) throws IOException {
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
    private static byte[] oversizedConnect() {
        byte[] packet = new byte[2 << 20];
        packet[0] = 0x10;
        packet[1] = (byte) 0x80;
        packet[2] = (byte) 0x80;
        packet[3] = (byte) 0x80;
        packet[4] = 0x64;
        return packet;
    }

    private static String text(IncomingMessage message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }
}
