package org.menfang.sim.compound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.menfang.gate.MonotonicTime;
import org.menfang.mqtt.LinkStarter;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.mqtt.Will;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;

/// A broker in virtual time, with what MQTT 5 promises and no more: it keeps retained messages, the
/// subscriptions of clients that are away and what came for them meanwhile, throws away what has
/// expired, speaks a will after its delay, and delivers again what nobody acknowledged.
public final class VirtualBroker {
    /// Most messages that wait for one client.
    static final int WAITING_MESSAGES_MAX = 5_000;

    private final Timeline timeline;
    private final Chance chance;
    private final Map<String, BrokerSession> sessions = new TreeMap<>();
    private final Map<String, BrokerMessage> retained = new TreeMap<>();
    private final List<BiConsumer<String, byte[]>> taps = new ArrayList<>();
    private boolean up = true;
    private long wipes;

    VirtualBroker(Timeline timeline, Chance chance) {
        this.timeline = timeline;
        this.chance = chance;
    }

    /// Opens links of one client over its own way to the broker.
    LinkStarter over(NetworkPath path, Chance network) {
        return (options, listener) ->
                new VirtualLink(this, path, timeline, network, options, listener);
    }

    /// Hears every message that reaches the broker.
    public void tap(BiConsumer<String, byte[]> listener) {
        taps.add(listener);
    }

    /// Stops, and comes back later with what it kept.
    public void stop() {
        up = false;
        List.copyOf(sessions.values()).forEach(session -> session.drop("the broker is down"));
    }

    public void start() {
        up = true;
    }

    public boolean isUp() {
        return up;
    }

    /// Forgets everything that it kept, as with a new disk.
    public void wipe() {
        wipes++;
        List.copyOf(sessions.values()).forEach(session -> session.drop("the broker is down"));
        sessions.clear();
        retained.clear();
    }

    /// Somebody who may not publishes something.
    public void forge(String topic, byte[] payload) {
        route(new BrokerMessage(topic, payload.clone(), false, far()));
    }

    /// What is kept of a client; nothing yet for a new one.
    BrokerSession session(String clientId) {
        return sessions.computeIfAbsent(clientId, id -> new BrokerSession(this, timeline));
    }

    /// Hands out what is kept for everybody who subscribes.
    void bringRetained(BrokerSession session) {
        List.copyOf(retained.values()).stream()
                .filter(stored -> session.wants(stored.topic()))
                .forEach(stored -> session.deliver(kept(stored)));
    }

    private static BrokerMessage kept(BrokerMessage stored) {
        return new BrokerMessage(stored.topic(), stored.payload(), true, stored.dies());
    }

    /// Takes a message over from a client.
    void take(OutgoingMessage message) {
        Duration expiry = message.expiry();
        MonotonicTime dies = expiry == null ? far() : timeline.now().plus(expiry);
        byte[] payload = message.payload();
        if (message.retained()) {
            retained.put(message.topic(), new BrokerMessage(message.topic(), payload, true, dies));
        }
        route(new BrokerMessage(message.topic(), payload, false, dies));
    }

    private MonotonicTime far() {
        return new MonotonicTime(Long.MAX_VALUE);
    }

    private void route(BrokerMessage message) {
        taps.forEach(tap -> tap.accept(message.topic(), message.payload()));
        for (BrokerSession session : List.copyOf(sessions.values())) {
            if (session.wants(message.topic())) {
                session.deliver(message);
            }
        }
    }

    /// Speaks a will later, unless the client is back by then or the broker was wiped.
    void mourn(BrokerSession session, Will will) {
        long before = wipes;
        timeline.after(
                will.delay(),
                () -> {
                    if (before == wipes && session.isAway()) {
                        take(will.message());
                    }
                });
    }

    Chance chance() {
        return chance;
    }
}
