package org.menfang.wire;

import java.util.List;

/// What other gates of the compound granted, passed on by the hub.
///
/// @param first the hub's number of the first event; the others follow without gaps
/// @param events grants and what became of them, in the hub's order
public record PeerEvents(long first, List<Event> events) {
    public PeerEvents {
        events = List.copyOf(events);
        if (first < 1 || events.isEmpty()) {
            throw new IllegalArgumentException("peer events are numbered from 1, and some");
        }
    }
}
