package org.menfang.sim.compound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.Timeline;

/// What the broker knows of one client: its subscriptions, and what waits for it.
final class BrokerSession {
    private final VirtualBroker broker;
    private final Timeline timeline;
    private final Deque<BrokerMessage> waiting = new ArrayDeque<>();
    private List<TopicFilter> filters = List.of();
    private @Nullable VirtualLink link;

    BrokerSession(VirtualBroker broker, Timeline timeline) {
        this.broker = broker;
        this.timeline = timeline;
    }

    /// The client is here. A connection of the same client that still stands is ended.
    void take(VirtualLink next, List<TopicFilter> subscriptions) {
        VirtualLink before = link;
        link = next;
        filters = subscriptions;
        if (before != null && before != next) {
            before.broke("another connection has taken its place");
        }
        List<BrokerMessage> missed = List.copyOf(waiting);
        waiting.clear();
        missed.forEach(this::deliver);
    }

    boolean wants(String topic) {
        return filters.stream().anyMatch(filter -> filter.matches(topic));
    }

    boolean isAway() {
        return link == null;
    }

    /// Brings a message to the client, or keeps it for later; the oldest ones go where too many
    /// wait.
    void deliver(BrokerMessage message) {
        VirtualLink now = link;
        if (now != null) {
            now.bring(message);
        } else {
            keep(message);
        }
    }

    /// Takes back what did not arrive.
    void keep(BrokerMessage message) {
        if (waiting.size() >= VirtualBroker.WAITING_MESSAGES_MAX) {
            waiting.removeFirst();
        }
        waiting.addLast(message);
    }

    boolean isDead(BrokerMessage message) {
        return message.dies().isBefore(timeline.now());
    }

    /// The connection is gone.
    ///
    /// @param politely whether the client said goodbye, so that its will is not spoken
    void left(VirtualLink which, boolean politely) {
        if (link == which) {
            link = null;
            if (!politely) {
                which.will().ifPresent(will -> broker.mourn(this, will));
            }
        }
    }

    void drop(String why) {
        VirtualLink now = link;
        if (now != null) {
            now.broke(why);
        }
    }
}
