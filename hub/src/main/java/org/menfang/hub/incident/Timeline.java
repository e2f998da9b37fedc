package org.menfang.hub.incident;

import java.time.Instant;
import java.util.List;
import org.menfang.hub.board.GateRecords.Kept;

/// What happened at the gates of an incident in its time, the oldest first.
///
/// @param cut whether more happened than stands here
public record Timeline(List<Item> items, boolean cut) {
    public Timeline {
        items = List.copyOf(items);
    }

    /// One thing that happened.
    public sealed interface Item {
        Instant at();
    }

    /// Something that a gate wrote.
    public record AtGate(Instant at, Kept kept) implements Item {}

    /// Something that people did at the hub.
    public record AtHub(TimelineSource.HubAct act) implements Item {
        @Override
        public Instant at() {
            return act.at();
        }
    }
}
