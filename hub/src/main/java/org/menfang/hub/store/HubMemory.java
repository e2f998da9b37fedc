package org.menfang.hub.store;

import java.util.List;
import java.util.Map;
import org.menfang.hub.alarm.OpenAlarm;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.GateIdentity;

/// What the hub knows when it starts.
///
/// @param gates every gate that was ever heard
/// @param positions the last event of each stream of each gate that has one
/// @param alarms the open alarms
/// @param lastHubAlarm the highest number that an alarm of the hub's own ever had; 0 for none
/// @param lastNumber the number of the last event; 0 for none
/// @param lastMissingAlarm the last event of its `alarms` stream that is missing of a gate, for
///   those of which one is
public record HubMemory(
        List<GateIdentity> gates,
        Map<GateIdentity, Map<EventStream, StreamPosition>> positions,
        List<OpenAlarm> alarms,
        long lastHubAlarm,
        long lastNumber,
        Map<GateIdentity, Long> lastMissingAlarm) {
    public HubMemory {
        gates = List.copyOf(gates);
        positions = Map.copyOf(positions);
        alarms = List.copyOf(alarms);
        lastMissingAlarm = Map.copyOf(lastMissingAlarm);
    }
}
