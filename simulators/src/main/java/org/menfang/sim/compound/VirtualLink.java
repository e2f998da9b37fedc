package org.menfang.sim.compound;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.mqtt.Delivery;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.Link;
import org.menfang.mqtt.LinkListener;
import org.menfang.mqtt.LinkOptions;
import org.menfang.mqtt.OutgoingMessage;
import org.menfang.mqtt.Will;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;

/// One client's connection to the {@link VirtualBroker}, which comes back by itself as the real one
/// does: it finds out when the broker is silent, and tries again after a while.
final class VirtualLink implements Link {
    private static final Duration CONNECTS_IN = Duration.ofMillis(400);
    private static final Duration TRIES_AGAIN_MIN = Duration.ofMillis(200);
    private static final Duration TRIES_AGAIN_MAX = Duration.ofSeconds(30);
    private static final int ENVELOPE_BYTES = 64;

    private final VirtualBroker broker;
    private final NetworkPath path;
    private final Timeline timeline;
    private final Chance chance;
    private final LinkOptions options;
    private final LinkListener listener;
    private final Deque<Waiting> ahead = new ArrayDeque<>();
    private final Deque<Waiting> others = new ArrayDeque<>();
    private @Nullable BrokerSession session;
    private boolean closed;
    private boolean sending;
    private long connection;
    private MonotonicTime upAt = MonotonicTime.START;
    private MonotonicTime downAt = MonotonicTime.START;

    private record Waiting(OutgoingMessage message, Consumer<Delivery> whenDone) {}

    VirtualLink(
            VirtualBroker broker,
            NetworkPath path,
            Timeline timeline,
            Chance chance,
            LinkOptions options,
            LinkListener listener) {
        this.broker = broker;
        this.path = path;
        this.timeline = timeline;
        this.chance = chance;
        this.options = options;
        this.listener = listener;
        timeline.after(CONNECTS_IN, this::connect);
        watch();
    }

    Optional<Will> will() {
        return Optional.ofNullable(options.will());
    }

    private void connect() {
        if (closed || session != null) {
            return;
        }
        if (!broker.isUp() || !path.carriesBothWays()) {
            listener.attemptFailed("no answer");
            timeline.after(chance.between(TRIES_AGAIN_MIN, TRIES_AGAIN_MAX), this::connect);
            return;
        }
        connection++;
        List<TopicFilter> filters = options.subscriptions().stream().map(TopicFilter::new).toList();
        BrokerSession now = broker.session(options.clientId());
        session = now;
        listener.linkUp();
        now.take(this, filters);
        broker.bringRetained(now);
    }

    /// Looks now and then whether the broker is silent.
    private void watch() {
        if (closed) {
            return;
        }
        Duration silence = options.limits().silenceMax();
        boolean mute = session != null && !path.carriesBothWays();
        long looked = connection;
        timeline.after(
                silence,
                () -> {
                    if (mute && looked == connection && !path.carriesBothWays()) {
                        broke("the broker has been silent for " + silence.toSeconds() + " s");
                    }
                    watch();
                });
    }

    /// The connection is gone, without a goodbye.
    void broke(String why) {
        end(why, false);
        if (!closed) {
            timeline.after(chance.between(TRIES_AGAIN_MIN, TRIES_AGAIN_MAX), this::connect);
        }
    }

    private void end(String why, boolean politely) {
        BrokerSession was = session;
        if (was == null) {
            return;
        }
        session = null;
        connection++;
        was.left(this, politely);
        List<Waiting> lost = new ArrayList<>(ahead);
        lost.addAll(others);
        ahead.clear();
        others.clear();
        if (!closed) {
            listener.linkLost(why);
        }
        lost.forEach(each -> each.whenDone().accept(new Delivery.Lost(why)));
    }

    @Override
    public boolean offer(OutgoingMessage message, Consumer<Delivery> whenDone) {
        Deque<Waiting> lane = message.ahead() ? ahead : others;
        if (session == null || lane.size() >= options.limits().outgoingMessagesMax()) {
            return false;
        }
        lane.add(new Waiting(message, whenDone));
        sendNext();
        return true;
    }

    private void sendNext() {
        if (sending || session == null) {
            return;
        }
        Waiting next = ahead.isEmpty() ? others.poll() : ahead.poll();
        if (next == null) {
            return;
        }
        sending = true;
        long under = connection;
        timeline.after(onTheWire(next.message()), () -> sent(next, under));
    }

    private Duration onTheWire(OutgoingMessage message) {
        int rate = path.bytesPerSecond();
        if (rate == 0) {
            return Duration.ZERO;
        }
        long bytes = ENVELOPE_BYTES + message.topic().length() + (long) message.payload().length;
        return Duration.ofMillis(bytes * 1_000 / rate);
    }

    private void sent(Waiting waiting, long under) {
        sending = false;
        if (under == connection) {
            carry(waiting.message(), under);
            if (broker.chance().percent(path.doubledPercent())) {
                carry(waiting.message(), under);
            }
            timeline.at(arrival(upAt), () -> land(waiting, under));
        } else {
            waiting.whenDone().accept(new Delivery.Lost("the link broke"));
        }
        sendNext();
    }

    private void carry(OutgoingMessage message, long under) {
        MonotonicTime when = arrival(upAt);
        upAt = when;
        timeline.at(
                when,
                () -> {
                    if (under == connection && path.carriesUp() && broker.isUp()) {
                        broker.take(message);
                    }
                });
    }

    private void land(Waiting waiting, long under) {
        boolean answered = under == connection && path.carriesBothWays() && broker.isUp();
        waiting.whenDone()
                .accept(answered ? new Delivery.Delivered() : new Delivery.Lost("no answer"));
    }

    /// Brings a message down. What does not arrive waits at the broker for the next connection.
    void bring(BrokerMessage message) {
        BrokerSession now = session;
        if (now == null) {
            return;
        }
        long under = connection;
        carryDown(message, now, under);
        if (broker.chance().percent(path.doubledPercent())) {
            carryDown(message, now, under);
        }
    }

    private void carryDown(BrokerMessage message, BrokerSession from, long under) {
        MonotonicTime when = arrival(downAt);
        downAt = when;
        timeline.at(when, () -> arrive(message, from, under));
    }

    /// One connection keeps the order, unless the weather is bad.
    private MonotonicTime arrival(MonotonicTime last) {
        MonotonicTime soonest =
                timeline.now().plus(chance.between(path.delayMin(), path.delayMax()));
        return path.keepsOrder() && soonest.isBefore(last) ? last : soonest;
    }

    private void arrive(BrokerMessage message, BrokerSession from, long under) {
        if (under != connection || !path.carriesDown()) {
            if (!message.retained()) {
                from.keep(message);
            }
        } else if (!from.isDead(message)) {
            listener.messageArrived(
                    IncomingMessage.of(
                            message.topic(), message.payload(), message.retained(), () -> {}));
        }
    }

    /// Leaves politely.
    @Override
    public void close() {
        closed = true;
        end("closed", true);
    }

    /// Vanishes, as a program does whose power goes.
    void vanish() {
        closed = true;
        end("gone", false);
    }
}
