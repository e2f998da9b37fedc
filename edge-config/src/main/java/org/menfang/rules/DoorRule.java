package org.menfang.rules;

import java.util.List;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.ScheduleId;

/// What mode a door has at what times. Outside of all of them it is LOCKED.
///
/// @param modes where two hold at once, the first decides
public record DoorRule(DoorId door, List<ModeTime> modes) {
    public DoorRule {
        modes = List.copyOf(modes);
    }

    /// A mode in a schedule.
    ///
    /// @param mode LOCKED, UNLOCKED or BLOCKED
    /// @param firstCard for UNLOCKED: the profiles of which a holder has to come first; the door
    ///   then stays unlocked until the schedule's period ends. Empty: it unlocks by itself
    public record ModeTime(ScheduleId schedule, DoorMode mode, List<AccessProfileId> firstCard) {
        public ModeTime {
            firstCard = List.copyOf(firstCard);
            boolean plain =
                    mode == DoorMode.LOCKED
                            || mode == DoorMode.UNLOCKED
                            || mode == DoorMode.BLOCKED;
            if (!plain || (mode != DoorMode.UNLOCKED && !firstCard.isEmpty())) {
                throw new IllegalArgumentException(
                        "a schedule makes a door LOCKED, UNLOCKED or BLOCKED: " + mode);
            }
        }
    }
}
