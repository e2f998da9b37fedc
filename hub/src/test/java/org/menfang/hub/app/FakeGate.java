package org.menfang.hub.app;

import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.testing.GateJournal;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.GateLife;

/// A gate that only empties its journal: it sends what is not acknowledged, within a window, and
/// sends again from the last acknowledgement when nothing moves.
final class FakeGate implements LinkListener, AutoCloseable {
    private static final int WINDOW = 1_000;
    private static final int BATCH = 100;
    private static final long STALL_MILLIS = 3_000;

    private final GateJournal journal;
    private @Nullable MqttLink link;
    private long acknowledged = -1;
    private long sent;

    FakeGate(GateJournal journal) {
        this.journal = journal;
    }

    /// Connects, to another hub or to the same one at another port.
    synchronized void connect(int port, SSLContext tls) {
        close();
        acknowledged = -1;
        LinkOptions options =
                LinkOptions.of("127.0.0.1", port, tls, journal.name().toString())
                        .subscribing(journal.topics().acknowledgement());
        link = MqttLink.start(options, this, RandomGenerator.getDefault(), LinkClock.SYSTEM);
    }

    /// Sends until the hub holds so many events.
    synchronized void sendUntilHeld(long seq) throws InterruptedException {
        while (acknowledged < seq) {
            long before = acknowledged;
            pump();
            wait(STALL_MILLIS);
            if (acknowledged == before) {
                announce();
                sent = Math.max(0, acknowledged);
            }
        }
    }

    private synchronized void pump() {
        MqttLink now = link;
        long last = Math.min(journal.last(EventStream.EVENTS), acknowledged + WINDOW);
        while (now != null && acknowledged >= 0 && sent < last) {
            long to = Math.min(last, sent + BATCH);
            byte[] batch = journal.batch(EventStream.EVENTS, sent + 1, to);
            OutgoingMessage message =
                    OutgoingMessage.to(journal.topics().stream(EventStream.EVENTS), batch).build();
            if (!now.offer(message, delivery -> {})) {
                return;
            }
            sent = to;
        }
    }

    private synchronized void announce() {
        MqttLink now = link;
        if (now != null) {
            byte[] life =
                    Json.write(
                            new GateLife(true, "test", 1, 0, journal.last(EventStream.EVENTS), 0));
            now.offer(
                    OutgoingMessage.to(journal.topics().life(), life).retained().build(),
                    delivery -> {});
        }
    }

    @Override
    public void linkUp() {
        announce();
    }

    @Override
    public void messageArrived(IncomingMessage message) {
        message.acknowledge();
        if (Json.parse(message.payload(), Acknowledgement.class)
                        instanceof Parsed.Read<Acknowledgement>(Acknowledgement said)
                && said.stream() == EventStream.EVENTS) {
            hear(said);
        }
    }

    private synchronized void hear(Acknowledgement said) {
        if (acknowledged < 0) {
            sent = said.seq();
        }
        if (!said.hash().equals(journal.hash(EventStream.EVENTS, said.seq()))) {
            throw new IllegalStateException("the hub holds another event " + said.seq());
        }
        acknowledged = said.seq();
        sent = Math.max(sent, acknowledged);
        pump();
        notifyAll();
    }

    @Override
    public void linkLost(String why) {}

    @Override
    public void attemptFailed(String why) {}

    @Override
    public void messagePoisoned(IncomingMessage message, RuntimeException why) {
        throw new IllegalStateException(why);
    }

    @Override
    public synchronized void close() {
        MqttLink now = link;
        link = null;
        if (now != null) {
            now.close();
        }
    }
}
