package org.menfang.sim.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.gate.hublink.PahoHubLink;
import org.menfang.hub.broker.BrokerOptions;
import org.menfang.hub.broker.EmbeddedBroker;
import org.menfang.hub.trust.Trust;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.TlsContexts;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.Protocol;

/// Links to the hub's own broker by a path that is bad for long, or again and again.
@Timeout(300)
final class LinkOverBadPathTest {
    private static final int LINKS = 8;
    private static final int RECONNECTS = 200;

    /// 1 Mbit/s: the rule set takes 12 s, longer than any single answer may.
    private static final int LINE_BYTES_PER_SECOND = 128_000;

    private static final int RULES_BYTES = 1_500_000;

    @TempDir Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private Trust trust;
    private EmbeddedBroker broker;
    private FaultProxy path;

    @BeforeEach
    void start() throws Exception {
        trust = Trust.open(folder.resolve("trust"), List.of("localhost"), Clock.systemUTC());
        broker =
                EmbeddedBroker.start(
                        BrokerOptions.of(folder.resolve("broker"), "127.0.0.1", 0), trust);
        open.add(broker);
        path =
                FaultProxy.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.port()), 1);
        open.add(path);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void two_hundred_reconnects_leave_no_thread_no_socket_and_no_file_behind() throws Exception {
        Semaphore ups = new Semaphore(0);
        List<MqttLink> links = new ArrayList<>();
        for (int i = 0; i < LINKS; i++) {
            MqttLink link = hastyLink(nameOf(i), ups);
            links.add(link);
            open.add(link);
        }
        awaitUps(ups);
        breakAndAwait(ups);
        awaitWork(links);
        Footprint before = Footprint.take();
        for (int done = 0; done < RECONNECTS; done += LINKS) {
            breakAndAwait(ups);
        }
        awaitWork(links);
        Footprint after = Footprint.take();
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!after.isWithin(before)) {
            // What was closed last may need a moment; what leaked stays.
            after = Footprint.take();
            assertTrue(System.nanoTime() < until, before + " became " + after);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_socket_and_a_thread_that_are_left_behind_are_seen() throws Exception {
        Footprint before = Footprint.take();
        Semaphore end = new Semaphore(0);
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket left = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort())) {
            assertTrue(left.isConnected());
            Thread thread =
                    Thread.ofPlatform().name("MQTT left").start(end::acquireUninterruptibly);
            Footprint after = Footprint.take();
            assertTrue(after.sockets() > before.sockets(), () -> before + " " + after);
            assertEquals(before.threads() + 1, after.threads());
            end.release();
            thread.join();
        }
    }

    @Test
    void a_large_rule_set_and_events_pass_each_other_on_a_slow_path_without_a_break()
            throws Exception {
        GateIdentity gate = GateIdentity.parse("lane/north").orElseThrow();
        byte[] envelope = new byte[RULES_BYTES];
        new SplittableRandom(1).nextBytes(envelope);
        BlockingQueue<IncomingMessage> heardByHub = new LinkedBlockingQueue<>();
        MqttLink hub = hub(gate, heardByHub);
        BlockingQueue<Delivery> kept = new LinkedBlockingQueue<>();
        assertTrue(
                hub.offer(
                        OutgoingMessage.to(gate.topics().rules(), envelope).retained().build(),
                        kept::add));
        assertInstanceOf(Delivery.Delivered.class, kept.poll(60, TimeUnit.SECONDS));

        path.begin(new FaultMode.Throttle(LINE_BYTES_PER_SECOND));
        BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
        BlockingQueue<byte[]> rules = new LinkedBlockingQueue<>();
        PahoHubLink link = gateLink(gate, inputs, rules);
        open.add(link);
        assertInstanceOf(Input.LinkUp.class, inputs.poll(60, TimeUnit.SECONDS));
        // More than may be on its way at once.
        link.publish(EventStream.EVENTS, 1, 600);
        assertArrayEquals(envelope, rules.poll(120, TimeUnit.SECONDS));
        link.publish(EventStream.ALARMS, 1, 1);
        IncomingMessage message;
        do {
            message = heardByHub.poll(60, TimeUnit.SECONDS);
            assertNotNull(message, "waited in vain for the gate's alarm");
        } while (!message.topic().endsWith("alarms"));
        assertEquals(List.of(), List.copyOf(inputs), "the link broke meanwhile");
        assertEquals(1, path.counts().connections());
    }

    private static String nameOf(int link) {
        return "lane/gate-" + link;
    }

    private MqttLink hastyLink(String name, Semaphore ups) throws Exception {
        return MqttLink.start(
                LinkOptions.of("localhost", path.port(), tls(name), name)
                        .subscribing("menfang/1/" + name + "/command"),
                new CountedUps(ups),
                RandomGenerator.getDefault(),
                new HastyClock());
    }

    /// Each link carries a message: then all its threads are at work.
    private static void awaitWork(List<MqttLink> links) throws InterruptedException {
        for (int i = 0; i < links.size(); i++) {
            BlockingQueue<Delivery> delivery = new LinkedBlockingQueue<>();
            OutgoingMessage message =
                    OutgoingMessage.to("menfang/1/" + nameOf(i) + "/state", new byte[1]).build();
            assertTrue(links.get(i).offer(message, delivery::add));
            assertInstanceOf(Delivery.Delivered.class, delivery.poll(60, TimeUnit.SECONDS));
        }
    }

    private void breakAndAwait(Semaphore ups) throws Exception {
        path.begin(new FaultMode.ResetAfter(0));
        path.begin(new FaultMode.Pass());
        awaitUps(ups);
    }

    private static void awaitUps(Semaphore ups) throws InterruptedException {
        assertTrue(ups.tryAcquire(LINKS, 120, TimeUnit.SECONDS), "a link did not come back");
    }

    private SSLContext tls(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        KeyPair logKeys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        GateIdentity gate = GateIdentity.parse(name).orElseThrow();
        return TlsContexts.of(
                new KeyHolder(
                        keys.getPrivate(),
                        trust.enrol(gate, keys.getPublic(), logKeys.getPublic())),
                trust.authority());
    }

    private PahoHubLink gateLink(
            GateIdentity gate, BlockingQueue<Input> inputs, BlockingQueue<byte[]> rules)
            throws Exception {
        String text = "x".repeat(500);
        return PahoHubLink.start(
                (options, listener) ->
                        MqttLink.start(
                                options.within(impatient(options.limits())),
                                listener,
                                RandomGenerator.getDefault(),
                                LinkClock.SYSTEM),
                LinkOptions.of("localhost", path.port(), tls(gate.toString()), gate.toString()),
                gate,
                new GateLife(false, "1", 1, 0, 0, 0),
                Duration.ofSeconds(5),
                (stream, from, to, whenRead) ->
                        whenRead.accept(
                                LongStream.rangeClosed(from, to)
                                        .mapToObj(seq -> "\"" + seq + text + "\"")
                                        .toList()),
                inputs::add,
                rules::add);
    }

    /// Much less patient than the rule set takes.
    private static LinkLimits impatient(LinkLimits limits) {
        return limits.connectWait(Duration.ofSeconds(5)).answerWait(Duration.ofSeconds(5));
    }

    private MqttLink hub(GateIdentity gate, BlockingQueue<IncomingMessage> heard)
            throws InterruptedException {
        Semaphore ups = new Semaphore(0);
        LinkListener listener =
                new CountedUps(ups) {
                    @Override
                    public void messageArrived(IncomingMessage message) {
                        message.acknowledge();
                        heard.add(message);
                    }
                };
        MqttLink link =
                MqttLink.start(
                        LinkOptions.of("localhost", broker.port(), trust.hubContext(), Trust.HUB)
                                .subscribing(
                                        gate.topics().stream(EventStream.EVENTS),
                                        gate.topics().stream(EventStream.ALARMS))
                                .within(LinkLimits.USUAL.sending(Protocol.RULES_PACKET_BYTES_MAX)),
                        listener,
                        RandomGenerator.getDefault(),
                        LinkClock.SYSTEM);
        open.add(link);
        assertTrue(ups.tryAcquire(60, TimeUnit.SECONDS));
        return link;
    }

    /// Waits for nothing.
    private static final class HastyClock implements LinkClock {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
            Thread.onSpinWait();
        }
    }

    private static class CountedUps implements LinkListener {
        private final Semaphore ups;

        CountedUps(Semaphore ups) {
            this.ups = ups;
        }

        @Override
        public void linkUp() {
            ups.release();
        }

        @Override
        public void linkLost(String why) {}

        @Override
        public void attemptFailed(String why) {}

        @Override
        public void messageArrived(IncomingMessage message) {
            message.acknowledge();
        }

        @Override
        public void messagePoisoned(IncomingMessage message, RuntimeException why) {}
    }
}
