package org.menfang.gate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.alarm.Alarm;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;

/// What a gate must still know after its power was cut: the alarms that nobody has reset, and what
/// persons made of doors.
public record Memory(List<Alarm> alarms, List<DoorModeSet> modes) {
    public static final Memory EMPTY = new Memory(List.of(), List.of());

    public Memory {
        alarms = List.copyOf(alarms);
        modes = List.copyOf(modes);
    }

    /// What a person made of a door. A hold-open is not among it: it does not outlive a power cut.
    ///
    /// @param mode what it is: by a lock-down or a lock-open, or else by an act
    /// @param afterwards the mode of the act beneath a lock-down or a lock-open; LOCKED for none
    /// @param at when the act was, by the wall clock; none where that was not trusted, and in what
    ///   older versions wrote
    /// @param endsAt when a lock-down ends by itself; none in the same cases
    public record DoorModeSet(
            DoorId door,
            DoorMode mode,
            DoorMode afterwards,
            @Nullable Instant at,
            @Nullable Instant endsAt) {
        public DoorModeSet(DoorId door, DoorMode mode, DoorMode afterwards) {
            this(door, mode, afterwards, null, null);
        }
    }
}
