package org.menfang.gate.door;

import org.menfang.gate.MonotonicTime;
import org.menfang.vocabulary.DoorPhase;

/// Where a door is in its cycle. Each phase carries only the facts that matter in it.
public sealed interface Phase {
    /// Closed and locked.
    record Secured() implements Phase {}

    /// Closed and unlocked: for one passage, by intent, or because of fire.
    record Released() implements Phase {}

    /// Open, and to be closed in time.
    record Open(MonotonicTime heldAt) implements Phase {}

    /// Open, and soon to be held.
    record PreAlarm(MonotonicTime heldAt) implements Phase {}

    /// Open, and free to stay so: by intent, or because of fire.
    record FreelyOpen() implements Phase {}

    /// Open past its time.
    record Held() implements Phase {}

    /// Opened with no grant.
    record Forced() implements Phase {}

    default boolean isOpen() {
        return switch (this) {
            case Secured _, Released _ -> false;
            case Open _, PreAlarm _, FreelyOpen _, Held _, Forced _ -> true;
        };
    }

    /// Whether anybody may be passing whom nobody counts.
    default boolean isFree() {
        return switch (this) {
            case FreelyOpen _, Forced _ -> true;
            case Secured _, Released _, Open _, PreAlarm _, Held _ -> false;
        };
    }

    /// Whether the person at the door is to be told to close it.
    default boolean warns() {
        return switch (this) {
            case PreAlarm _, Held _ -> true;
            case Secured _, Released _, Open _, FreelyOpen _, Forced _ -> false;
        };
    }

    /// The phase by its common name.
    default DoorPhase shown() {
        return switch (this) {
            case Secured _ -> DoorPhase.SECURED;
            case Released _ -> DoorPhase.RELEASED;
            case Open _, FreelyOpen _ -> DoorPhase.OPEN;
            case PreAlarm _ -> DoorPhase.PRE_ALARM;
            case Held _ -> DoorPhase.HELD;
            case Forced _ -> DoorPhase.FORCED;
        };
    }
}
