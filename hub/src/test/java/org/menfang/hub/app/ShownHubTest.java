package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.trust.TestViewers;
import org.menfang.hub.trust.Viewers;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;

/// The hub as a process of its own that shows itself to Home Assistant, and the command that makes
/// a viewer while it runs.
@Timeout(180)
final class ShownHubTest {
    @TempDir Path folder;

    @Test
    void a_viewer_that_is_made_while_the_hub_runs_sees_it_until_it_is_taken_back()
            throws Exception {
        Path config = folder.resolve("hub.yaml");
        Files.writeString(
                config,
                """
                board: {port: 0}
                mqtt: {address: 127.0.0.1, port: 0}
                devices: {address: 127.0.0.1, port: 0}
                home-assistant: {enabled: true}
                """);
        Path data = folder.resolve("data");
        try (HubProcess hub = HubProcess.start(config, data)) {
            assertEquals(ExitStatus.FINE, viewer(data));
            Path files = data.resolve("viewers/home");
            Viewers.Papers papers =
                    new Viewers.Papers(
                            "viewer-home",
                            files.resolve("authority.crt"),
                            files.resolve("viewer-home.crt"),
                            files.resolve("viewer-home.key"));
            Heard heard = new Heard();
            try (MqttLink _ =
                    MqttLink.start(
                            LinkOptions.of(
                                            "127.0.0.1",
                                            hub.endpoints().mqttPort(),
                                            TestViewers.context(papers),
                                            papers.clientId())
                                    .subscribing("menfang-home/1/hub"),
                            heard,
                            RandomGenerator.getDefault(),
                            LinkClock.SYSTEM)) {
                heard.await("menfang-home/1/hub online");
                assertEquals(ExitStatus.FINE, viewer(data, "--take-back"));
                heard.await("lost");
                heard.await("failed");
            }
            assertEquals(ExitStatus.FINE, hub.stop());
        }
    }

    private static int viewer(Path data, String... more) {
        StringWriter err = new StringWriter();
        String[] all = new String[5 + more.length];
        System.arraycopy(
                new String[] {"viewer", "--data", data.toString(), "--name", "home"}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        int status = Main.run(all, new PrintWriter(new StringWriter()), new PrintWriter(err));
        assertTrue(err.toString().isEmpty(), err::toString);
        return status;
    }

    private static final class Heard implements LinkListener {
        private final BlockingQueue<String> all = new LinkedBlockingQueue<>();

        void await(String wanted) throws InterruptedException {
            String next;
            do {
                next = all.poll(60, TimeUnit.SECONDS);
                assertNotNull(next, wanted);
            } while (!next.equals(wanted));
        }

        @Override
        public void linkUp() {
            all.add("up");
        }

        @Override
        public void linkLost(String why) {
            all.add("lost");
        }

        @Override
        public void attemptFailed(String why) {
            all.add("failed");
        }

        @Override
        public void messageArrived(IncomingMessage message) {
            message.acknowledge();
            all.add(message.topic() + " " + new String(message.payload(), StandardCharsets.UTF_8));
        }

        @Override
        public void messagePoisoned(IncomingMessage message, RuntimeException why) {
            all.add("poisoned");
        }
    }
}
