package org.menfang.gate.door;

import java.util.Optional;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorMode;

/// What a door is meant to be by a person's word. It never is ACCESSED: that mode comes and goes by
/// itself.
///
/// @param mode LOCKED, UNLOCKED, BLOCKED, LOCKED_DOWN or LOCKED_OPEN
/// @param afterwards what it is when a lockdown or a lock-open ends: BLOCKED if it was blocked
///   before, and LOCKED otherwise, since nothing becomes open by the end of something else
public record Intent(DoorMode mode, DoorMode afterwards) {
    public static final Intent LOCKED = new Intent(DoorMode.LOCKED, DoorMode.LOCKED);

    public Intent {
        if (mode == DoorMode.ACCESSED
                || (afterwards != DoorMode.LOCKED && afterwards != DoorMode.BLOCKED)) {
            throw new IllegalArgumentException("no such intent: " + mode + ", " + afterwards);
        }
    }

    /// Whether the door is meant to be released for everybody.
    boolean standsReleased() {
        return switch (mode) {
            case UNLOCKED, LOCKED_OPEN -> true;
            case LOCKED, ACCESSED, BLOCKED, LOCKED_DOWN -> false;
        };
    }

    /// The intent after an act, or empty where the act is refused. ACCESS leaves it as it is. An
    /// act that asks for what already is leaves it as it is, too.
    Optional<Intent> after(DoorAct act) {
        return switch (mode) {
            case LOCKED, ACCESSED, UNLOCKED -> afterOrdinary(act, DoorMode.LOCKED);
            case BLOCKED ->
                    act == DoorAct.ACCESS ? Optional.empty() : afterOrdinary(act, DoorMode.BLOCKED);
            case LOCKED_DOWN -> ended(act, DoorAct.LOCK_DOWN, DoorAct.LOCK_DOWN_RELEASE);
            case LOCKED_OPEN -> ended(act, DoorAct.LOCK_OPEN, DoorAct.LOCK_OPEN_RELEASE);
        };
    }

    private Optional<Intent> afterOrdinary(DoorAct act, DoorMode later) {
        return switch (act) {
            case ACCESS -> Optional.of(this);
            case LOCK -> Optional.of(LOCKED);
            case UNLOCK -> Optional.of(new Intent(DoorMode.UNLOCKED, DoorMode.LOCKED));
            case BLOCK -> Optional.of(new Intent(DoorMode.BLOCKED, DoorMode.LOCKED));
            case LOCK_DOWN -> Optional.of(new Intent(DoorMode.LOCKED_DOWN, later));
            case LOCK_OPEN -> Optional.of(new Intent(DoorMode.LOCKED_OPEN, later));
            case LOCK_DOWN_RELEASE, LOCK_OPEN_RELEASE -> Optional.empty();
        };
    }

    private Optional<Intent> ended(DoorAct act, DoorAct again, DoorAct end) {
        if (act == again) {
            return Optional.of(this);
        }
        return act == end ? Optional.of(new Intent(afterwards, DoorMode.LOCKED)) : Optional.empty();
    }
}
