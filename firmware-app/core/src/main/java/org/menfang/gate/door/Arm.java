package org.menfang.gate.door;

import java.time.Duration;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;

/// The arm of a barrier. It comes down on nothing: not on a vehicle, not while its loop says
/// nothing, not before somebody could drive on. Once it lies down, a vehicle before it does not
/// raise it.
///
/// Nothing but the loop lets it come down. Its monitor, which may be stuck, is believed only when
/// it says that the arm lies after it has said that the arm was up, and after the time that the way
/// down takes; until then a vehicle raises the arm.
///
/// @param wanted whether the door is released
/// @param upUntil until when it stays up whatever its loop says
/// @param clearAt from when on nothing has been under it for long enough; {@link
///   MonotonicTime#NEVER} while something is, or while nobody knows
/// @param up whether it is to be up
/// @param downAt since when it may lie, if it is to be down
/// @param rose whether its monitor has said that it was up since it was raised last
/// @param lies whether its monitor says that it lies down
record Arm(
        boolean wanted,
        MonotonicTime upUntil,
        MonotonicTime clearAt,
        boolean up,
        MonotonicTime downAt,
        boolean rose,
        boolean lies) {
    /// Nothing has been told yet.
    static final Arm UNKNOWN =
            new Arm(
                    false,
                    MonotonicTime.START,
                    MonotonicTime.NEVER,
                    true,
                    MonotonicTime.NEVER,
                    false,
                    false);

    /// The door is released, or not any more.
    Arm wants(boolean released, Duration release, MonotonicTime now) {
        boolean begins = released && !wanted;
        return new Arm(
                        released,
                        begins ? now.plus(release) : upUntil,
                        clearAt,
                        up,
                        downAt,
                        rose,
                        lies)
                .at(now);
    }

    /// The loop says whether something is under it, or says nothing any more.
    Arm loop(boolean occupied, MonotonicTime now) {
        MonotonicTime clear =
                clearAt.equals(MonotonicTime.NEVER) ? now.plus(Limits.ARM_CLEAR) : clearAt;
        return new Arm(
                        wanted,
                        upUntil,
                        occupied ? MonotonicTime.NEVER : clear,
                        up,
                        downAt,
                        rose,
                        lies)
                .at(now);
    }

    /// The monitor says whether it lies down.
    Arm lying(boolean down, MonotonicTime now) {
        return new Arm(wanted, upUntil, clearAt, up, downAt, rose || !down, down).at(now);
    }

    /// The time has come that it may come down.
    Arm at(MonotonicTime now) {
        boolean next = wanted || (up ? mayNotComeDown(now) : isUnderWay(now));
        if (next == up) {
            return this;
        }
        return next
                ? new Arm(wanted, upUntil, clearAt, true, MonotonicTime.NEVER, !lies, lies)
                : new Arm(wanted, upUntil, clearAt, false, now.plus(Limits.ARM_WAY), rose, lies);
    }

    private boolean mayNotComeDown(MonotonicTime now) {
        return now.isBefore(upUntil) || now.isBefore(clearAt);
    }

    /// Whether it is not known to lie, and something is under it.
    private boolean isUnderWay(MonotonicTime now) {
        boolean isDown = rose && lies && !now.isBefore(downAt);
        return !isDown && now.isBefore(clearAt);
    }

    /// When it may come down, if nothing happens before; {@link MonotonicTime#NEVER} if it is not
    /// to, or is down already.
    MonotonicTime wakeAt() {
        if (wanted || !up) {
            return MonotonicTime.NEVER;
        }
        return upUntil.isBefore(clearAt) ? clearAt : upUntil;
    }
}
