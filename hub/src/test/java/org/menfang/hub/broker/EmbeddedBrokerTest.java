package org.menfang.hub.broker;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.hub.trust.Trust;
import org.menfang.mqtt.LinkOptions;
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
    void a_gate_whose_certificate_was_taken_back_is_thrown_out_and_stays_out() throws Exception {
        HeardByLink heard = new HeardByLink();
        link(gate("lane/north"), heard);
        broker().trust().revoke(GateIdentity.parse("lane/north").orElseThrow());
        ((Embedded) broker()).running().dropRevoked();
        heard.await("lost");
        heard.await("failed");
        link(gate("lane/north"), new HeardByLink());
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
