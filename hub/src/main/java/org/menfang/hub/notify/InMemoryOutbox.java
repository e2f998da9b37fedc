package org.menfang.hub.notify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Keeps messages and addresses for as long as the program runs.
public final class InMemoryOutbox implements OutboxStore, WayAddresses {
    private final TreeMap<Long, Message> messages = new TreeMap<>();
    private final TreeMap<WayId, WayTrace> traces = new TreeMap<>();
    private final TreeMap<WayId, WayAddress> addresses = new TreeMap<>();

    @Override
    public synchronized List<Message> waiting() {
        return List.copyOf(messages.values());
    }

    @Override
    public synchronized Map<WayId, WayTrace> traces() {
        return Map.copyOf(traces);
    }

    @Override
    public synchronized Stored store(Change change) {
        change.removed().forEach(messages::remove);
        change.put().forEach(message -> messages.put(message.number(), message));
        traces.putAll(change.traces());
        return new Stored.Done();
    }

    @Override
    public synchronized Stored forget(WayId way) {
        messages.values().removeIf(message -> message.way().equals(way));
        traces.remove(way);
        addresses.remove(way);
        return new Stored.Done();
    }

    @Override
    public synchronized Optional<WayAddress> find(WayId way) {
        return Optional.ofNullable(addresses.get(way));
    }

    @Override
    public synchronized boolean save(WayId way, WayAddress address) {
        addresses.put(way, address);
        return true;
    }

    @Override
    public synchronized Set<WayId> all() {
        return Set.copyOf(addresses.keySet());
    }
}
