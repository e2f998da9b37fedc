package org.menfang.hub.store;

import java.util.List;
import org.menfang.hub.alarm.AlarmChange;
import org.menfang.wire.GateIdentity;

/// What one group of inputs changes; all of it becomes durable at once, or nothing.
///
/// @param gates gates that were never heard before
/// @param events in the order of their numbers
/// @param alarms in the order in which they happened
public record HubChanges(
        List<GateIdentity> gates,
        List<StoredEvent> events,
        List<AlarmChange> alarms,
        List<TakenPicture> pictures,
        List<FoundGap> gaps,
        List<Quarantined> quarantined) {
    public HubChanges {
        gates = List.copyOf(gates);
        events = List.copyOf(events);
        alarms = List.copyOf(alarms);
        pictures = List.copyOf(pictures);
        gaps = List.copyOf(gaps);
        quarantined = List.copyOf(quarantined);
    }

    public boolean isEmpty() {
        return gates.isEmpty()
                && events.isEmpty()
                && alarms.isEmpty()
                && pictures.isEmpty()
                && gaps.isEmpty()
                && quarantined.isEmpty();
    }
}
