package org.menfang.gate;

import java.util.List;
import org.menfang.gate.alarm.Alarm;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;

/// What a gate must still know after its power was cut: the alarms that nobody has reset, and doors
/// that a person has put in another mode.
public record Memory(List<Alarm> alarms, List<DoorModeSet> modes) {
    public static final Memory EMPTY = new Memory(List.of(), List.of());

    public Memory {
        alarms = List.copyOf(alarms);
        modes = List.copyOf(modes);
    }

    /// A door that stands in another mode than LOCKED.
    ///
    /// @param afterwards the mode it falls back to when a lockdown or a lock-open ends: LOCKED or
    ///   BLOCKED
    public record DoorModeSet(DoorId door, DoorMode mode, DoorMode afterwards) {}
}
