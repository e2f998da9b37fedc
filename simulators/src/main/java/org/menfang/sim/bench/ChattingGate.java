package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.menfang.gate.hublink.Enrolment;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkClock;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.MqttLink;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.site.HubAddress;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.json.EventJson;

/// What the hub sees of a gate: a link under a certificate of its own and a chain of events. It has
/// no doors and no disk, so that one machine can be many of them.
final class ChattingGate implements LinkListener, AutoCloseable {
    /// Most events of one message, as a gate sends what has gathered while it could not.
    private static final int BATCH_EVENTS_MAX = 50;

    private final GateIdentity name;
    private final MqttLink link;
    private final List<String> texts = new ArrayList<>();
    private Sha256 last = Sha256.ZERO;
    private int offered;
    private boolean onTheWay;
    private volatile boolean up;
    private volatile long held;

    private ChattingGate(GateIdentity name, GateKeys keys, HubAddress hub) {
        this.name = name;
        LinkOptions options =
                LinkOptions.of(hub.host(), hub.mqttPort(), keys.context(), name.toString())
                        .subscribing(name.topics().acknowledgement());
        link = MqttLink.start(options, this, RandomGenerator.getDefault(), LinkClock.SYSTEM);
    }

    /// Joins the hub with a one-time code, and connects.
    static ChattingGate join(HubAddress hub, GateIdentity name, String code, Path keys)
            throws IOException {
        return new ChattingGate(name, keys(hub, name, code, keys), hub);
    }

    private static GateKeys keys(HubAddress hub, GateIdentity name, String code, Path folder)
            throws IOException {
        try {
            var logKey = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
            if (Enrolment.join(hub, name, code, logKey, folder)
                    instanceof Enrolment.Outcome.Joined(GateKeys joined, var _)) {
                return joined;
            }
            throw new IOException(name + " could not join");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isUp() {
        return up;
    }

    /// Whether the hub holds everything that was said.
    synchronized boolean isHeld() {
        return held == texts.size();
    }

    synchronized int said() {
        return texts.size();
    }

    /// Something happens at this gate, now.
    synchronized void happen() {
        long seq = texts.size() + 1L;
        String text =
                EventJson.write(
                        new Event(
                                name.compound(),
                                name.gate(),
                                new EventPosition(EventStream.EVENTS, seq),
                                1,
                                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                                TimeTrust.TRUSTED,
                                new EventBody.DoorOpened(new DoorId("main"))),
                        last);
        texts.add(text);
        last = Sha256.of(text);
        send();
    }

    /// One message at a time: what happens meanwhile gathers.
    private void send() {
        if (!up || onTheWay || offered == texts.size()) {
            return;
        }
        int to = Math.min(texts.size(), offered + BATCH_EVENTS_MAX);
        OutgoingMessage message =
                OutgoingMessage.to(
                                name.topics().stream(EventStream.EVENTS),
                                EventJson.batch(texts.subList(offered, to)))
                        .contentType("application/cloudevents-batch+json")
                        .build();
        onTheWay = link.offer(message, delivery -> delivered(delivery, to));
    }

    private synchronized void delivered(Delivery delivery, int to) {
        onTheWay = false;
        if (delivery instanceof Delivery.Delivered) {
            offered = to;
        }
        send();
    }

    @Override
    public void linkUp() {
        GateLife birth = new GateLife(true, "bench", 1, 0, said(), 0);
        link.offer(
                OutgoingMessage.to(name.topics().life(), Json.write(birth)).retained().build(),
                _ -> up = true);
    }

    @Override
    public void messageArrived(IncomingMessage message) {
        if (Json.parse(message.payload(), Acknowledgement.class)
                        instanceof Parsed.Read<Acknowledgement>(Acknowledgement said)
                && said.stream() == EventStream.EVENTS) {
            held = said.seq();
        }
        message.acknowledge();
    }

    @Override
    public void linkLost(String why) {
        up = false;
    }

    @Override
    public void attemptFailed(String why) {
        up = false;
    }

    @Override
    public void messagePoisoned(IncomingMessage message, RuntimeException why) {
        throw new IllegalStateException("the hub sends nonsense", why);
    }

    @Override
    public void close() {
        link.close();
    }
}
