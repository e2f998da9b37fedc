package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.hub.trust.Trust;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.LinkLimits;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.wire.GateIdentity;

/// The broker inside the hub.
final class EmbeddedBrokerTest extends MqttLinkContract {
    @Override
    BrokerUnderTest broker(Path folder) throws IOException {
        Trust trust =
                Trust.open(
                        folder.resolve("trust"),
                        List.of("localhost", "127.0.0.1"),
                        Clock.systemUTC());
        return new Embedded(folder.resolve("broker"), trust);
    }

    @Test
    void a_gate_that_says_it_is_another_is_refused() throws Exception {
        SSLContext south = TestGates.enrol(broker().trust(), "lane/south");
        HeardByLink thief = new HeardByLink();
        try (var _ =
                start(LinkOptions.of("localhost", broker().port(), south, "lane/north"), thief)) {
            thief.await("failed");
            assertFalse(thief.changes.contains("up"));
        }
    }

    @Test
    void a_subscription_to_foreign_topics_is_refused() throws Exception {
        HeardByLink nosy = new HeardByLink();
        try (var _ = start(gate("lane/south").subscribing("menfang/#"), nosy)) {
            nosy.await("failed");
        }
    }

    @Test
    void a_subscription_of_a_viewer_to_anything_else_is_refused() throws Exception {
        LinkOptions viewer = viewer();
        for (String filter :
                List.of(
                        "#",
                        "menfang/#",
                        "menfang/1/+/+/events",
                        "menfang/1/lane/north/command",
                        "menfang/1/viewer-home/command",
                        "menfang/1/lane/hub",
                        "$share/viewers/menfang/1/lane/north/events",
                        "menfang-home/" + "x".repeat(200),
                        "menfang-homes/#")) {
            HeardByLink nosy = new HeardByLink();
            try (var _ = start(viewer.subscribing(filter), nosy)) {
                nosy.await("failed");
                assertFalse(nosy.changes.contains("up"), filter);
            }
        }
    }

    @Test
    void a_viewer_whose_certificate_is_taken_back_is_thrown_out() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(viewer(), heard);
        viewers().takeBack("home");
        ((Embedded) broker()).running().dropRevoked();
        heard.await("lost");
    }

    @Test
    void a_gate_whose_certificate_was_taken_back_is_thrown_out_and_stays_out() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(gate("lane/north"), heard);
        broker().trust().revoke(GateIdentity.parse("lane/north").orElseThrow());
        ((Embedded) broker()).running().dropRevoked();
        heard.await("lost");
        heard.await("failed");
        link(gate("lane/north"), new HeardByLink());
    }

    @Test
    void bursts_of_a_client_arrive_in_order_on_a_busy_machine() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/events"), heard);
        List<Thread> others = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                others.add(Thread.ofPlatform().daemon().start(EmbeddedBrokerTest::keepBusy));
            }
            for (int gate = 0; gate < 8; gate++) {
                MqttLink link = link(gate("lane/gate-" + gate), new HeardByLink());
                List<CompletableFuture<Delivery>> deliveries = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    OutgoingMessage.Builder message =
                            OutgoingMessage.to(
                                    "menfang/1/lane/gate-" + gate + "/events", bytes("event " + i));
                    deliveries.add(offer(link, message));
                }
                for (int i = 0; i < 200; i++) {
                    heard.expect("event " + i);
                }
                for (CompletableFuture<Delivery> delivery : deliveries) {
                    assertInstanceOf(Delivery.Delivered.class, delivery.get(30, TimeUnit.SECONDS));
                }
            }
        } finally {
            others.forEach(Thread::interrupt);
        }
    }

    private static void keepBusy() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_waits_for_a_client_goes_to_disk_and_comes_back_in_order() throws Exception {
        HeardByLink first = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/events"), first).close();
        MqttLink north = link(gate(NORTH), new HeardByLink());
        int count = 8_000;
        String filling = "x".repeat(4_000);
        for (int i = 0; i < count; i += 500) {
            List<CompletableFuture<Delivery>> deliveries = new ArrayList<>();
            for (int each = i; each < i + 500; each++) {
                deliveries.add(
                        offer(north, OutgoingMessage.to(NORTH_EVENTS, bytes(each + filling))));
            }
            for (CompletableFuture<Delivery> delivery : deliveries) {
                assertInstanceOf(Delivery.Delivered.class, delivery.get(30, TimeUnit.SECONDS));
            }
        }
        try (Stream<Path> files = Files.walk(folder.resolve("broker/paging"))) {
            assertTrue(files.anyMatch(Files::isRegularFile), "nothing went to disk");
        }
        HeardByLink heard = new HeardByLink();
        link(hub().subscribing("menfang/1/+/+/events"), heard);
        for (int i = 0; i < count; i++) {
            heard.expect(i + filling);
        }
    }

    @Test
    void a_broker_that_forgets_a_message_is_left_though_it_answers_calls() throws Exception {
        LinkLimits hasty = LinkLimits.USUAL.answerWait(Duration.ofSeconds(1));
        try (ForgetfulBroker forgetful = new ForgetfulBroker(broker().trust().serverContext())) {
            HeardByLink heard = new HeardByLink();
            MqttLink link =
                    link(
                            gate(NORTH, forgetful.port()).subscribing(NORTH_COMMAND).within(hasty),
                            heard);
            CompletableFuture<Delivery> forgotten =
                    offer(link, OutgoingMessage.to(NORTH_EVENTS, bytes("remember me")));
            heard.await("lost");
            assertInstanceOf(Delivery.Lost.class, forgotten.get(30, TimeUnit.SECONDS));
            heard.awaitUp();
        }
    }

    /// Starts and stops the broker of this process.
    static final class Embedded implements BrokerUnderTest {
        private final Path folder;
        private final Trust trust;
        private @Nullable EmbeddedBroker running;
        private int port;

        Embedded(Path folder, Trust trust) {
            this.folder = folder;
            this.trust = trust;
        }

        EmbeddedBroker running() {
            EmbeddedBroker broker = running;
            if (broker == null) {
                throw new IllegalStateException("not running");
            }
            return broker;
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
        public void start() throws IOException {
            EmbeddedBroker broker =
                    EmbeddedBroker.start(BrokerOptions.of(folder, "127.0.0.1", port), trust);
            running = broker;
            port = broker.port();
        }

        @Override
        public void kill() {
            running().close();
            running = null;
        }

        @Override
        public void wipe() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }

        @Override
        public void shutDown() {
            if (running != null) {
                kill();
            }
        }
    }
}
