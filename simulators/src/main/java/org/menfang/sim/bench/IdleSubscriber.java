package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.menfang.hub.broker.BrokerOptions;
import org.menfang.hub.broker.EmbeddedBroker;
import org.menfang.hub.trust.Trust;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.Topics;

/// A program that is a hub without its work: the same broker over TLS, in one process with a
/// subscriber that only acknowledges messages, and answers the last one.
final class IdleSubscriber implements LinkListener {
    private final GateIdentity gate;
    private final long messages;
    private final AtomicLong heard = new AtomicLong();
    private final CountDownLatch up = new CountDownLatch(1);
    private volatile MqttLink link;

    @SuppressWarnings("NullAway.Init") // main sets the link before anything is heard
    private IdleSubscriber(GateIdentity gate, long messages) {
        this.gate = gate;
        this.messages = messages;
    }

    /// @param arguments folder of the hub's trust, folder for the broker, file for the port, gate,
    ///   number of messages to answer after
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "org/menfang/sim/cli/logback.xml");
        }
        Trust trust =
                Trust.open(
                        Path.of(arguments[0]),
                        List.of("localhost", "127.0.0.1"),
                        InstantSource.system());
        EmbeddedBroker broker =
                EmbeddedBroker.start(
                        BrokerOptions.of(Path.of(arguments[1]), "127.0.0.1", 0), trust);
        IdleSubscriber subscriber =
                new IdleSubscriber(
                        GateIdentity.parse(arguments[3]).orElseThrow(),
                        Long.parseLong(arguments[4]));
        subscriber.link =
                MqttLink.start(
                        LinkOptions.of("localhost", broker.port(), trust.hubContext(), Trust.HUB)
                                .subscribing(Topics.everyGate("events")),
                        subscriber,
                        RandomGenerator.getDefault(),
                        LinkClock.SYSTEM);
        subscriber.up.await();
        tell(Path.of(arguments[2]), broker.port());
        new CountDownLatch(1).await();
    }

    private static void tell(Path file, int port) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.writeString(half, Integer.toString(port));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void messageArrived(IncomingMessage message) {
        message.acknowledge();
        if (heard.incrementAndGet() == messages) {
            byte[] done = "done".getBytes(StandardCharsets.UTF_8);
            link.offer(
                    OutgoingMessage.to(gate.topics().acknowledgement(), done).build(),
                    delivery -> {});
        }
    }

    @Override
    public void linkUp() {
        up.countDown();
    }

    @Override
    public void linkLost(String why) {
        System.err.println("link lost: " + why);
    }

    @Override
    public void attemptFailed(String why) {
        System.err.println("no link: " + why);
    }

    @Override
    public void messagePoisoned(IncomingMessage message, RuntimeException why) {
        throw new IllegalStateException(why);
    }
}
