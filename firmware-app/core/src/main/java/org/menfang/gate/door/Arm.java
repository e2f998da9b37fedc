package org.menfang.gate.door;

import java.time.Duration;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;

/// The arm of a barrier. It comes down on nothing: not on a vehicle, not while its loop says
/// nothing, not before somebody could drive on. While it lies down, a vehicle before it does not
/// raise it.
///
/// @param wanted whether the door is released
/// @param upUntil until when it stays up whatever its loop says
/// @param clearAt from when on nothing has been under it for long enough; {@link
///   MonotonicTime#NEVER} while something is, or while nobody knows
/// @param lies whether its monitor says that it lies down
record Arm(boolean wanted, MonotonicTime upUntil, MonotonicTime clearAt, boolean lies) {
    /// Nothing has been told yet.
    static final Arm UNKNOWN = new Arm(false, MonotonicTime.START, MonotonicTime.NEVER, false);

    /// The door is released, or not any more.
    Arm wants(boolean released, Duration release, MonotonicTime now) {
        boolean begins = released && !wanted;
        return new Arm(released, begins ? now.plus(release) : upUntil, clearAt, lies);
    }

    /// The loop says whether something is under it, or says nothing any more.
    Arm loop(boolean occupied, MonotonicTime now) {
        if (occupied) {
            return new Arm(wanted, upUntil, MonotonicTime.NEVER, lies);
        }
        return clearAt.equals(MonotonicTime.NEVER)
                ? new Arm(wanted, upUntil, now.plus(Limits.ARM_CLEAR), lies)
                : this;
    }

    /// The monitor says whether it lies down.
    Arm lying(boolean down) {
        return new Arm(wanted, upUntil, clearAt, down);
    }

    /// Whether it is to be up.
    boolean isUp(MonotonicTime now) {
        return wanted || (!lies && (now.isBefore(upUntil) || now.isBefore(clearAt)));
    }

    /// When it may come down, if nothing happens before; {@link MonotonicTime#NEVER} if it is not
    /// to, or does already.
    MonotonicTime wakeAt(MonotonicTime now) {
        if (wanted || lies || !isUp(now)) {
            return MonotonicTime.NEVER;
        }
        return upUntil.isBefore(clearAt) ? clearAt : upUntil;
    }
}
