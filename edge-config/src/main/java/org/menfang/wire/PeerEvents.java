package org.menfang.wire;

import java.util.List;
import org.menfang.vocabulary.GateId;

/// What another gate of the compound granted, passed on by the hub.
///
/// @param gate whose events they are
/// @param after the `events` seq after which nothing that counts is left out: a gate that holds
///   less of this one ignores the message, and is sent what it lacks
/// @param events its grants and what became of them, in the order of their seq
public record PeerEvents(GateId gate, long after, List<Event> events) {
    /// The kinds of events that count for other gates.
    public static final List<Class<? extends EventBody>> COUNTED =
            List.of(
                    EventBody.AccessGranted.class,
                    EventBody.AccessTaken.class,
                    EventBody.AccessNotTaken.class,
                    EventBody.PlaceForgiven.class);

    public PeerEvents {
        events = List.copyOf(events);
        long last = after;
        for (Event event : events) {
            if (!event.gate().equals(gate) || event.position().seq() <= last) {
                throw new IllegalArgumentException("peer events are of one gate and in order");
            }
            last = event.position().seq();
        }
        if (after < 0 || events.isEmpty()) {
            throw new IllegalArgumentException("peer events are some, after 0 or more");
        }
    }
}
