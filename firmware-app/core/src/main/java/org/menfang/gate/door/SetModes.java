package org.menfang.gate.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.menfang.gate.Memory.DoorModeSet;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.door.Intent.Act;
import org.menfang.gate.door.Intent.Lasting;
import org.menfang.vocabulary.DoorMode;

/// What of a door's intent outlives a power cut: a person's lock-down, lock-open and act.
final class SetModes {
    private SetModes() {}

    /// What is to be remembered; empty where no person made anything of the door.
    static Optional<DoorModeSet> of(Door door) {
        Lasting lock = door.intent().lock();
        Act act = door.intent().act();
        if (lock == null && act == null) {
            return Optional.empty();
        }
        DoorMode acted = act == null ? DoorMode.LOCKED : act.mode();
        return Optional.of(
                new DoorModeSet(
                        door.id(),
                        lock == null ? acted : lock.mode(),
                        lock == null ? DoorMode.LOCKED : acted,
                        act == null ? null : act.at(),
                        lock == null ? null : lock.endsAt()));
    }

    /// The intent that was remembered. The time of a lock-down is given by {@link #begun}.
    static Intent intent(DoorModeSet set) {
        return switch (set.mode()) {
            case LOCKED_DOWN, LOCKED_OPEN -> {
                boolean acted = set.afterwards() != DoorMode.LOCKED || set.at() != null;
                Act beneath = acted ? new Act(set.afterwards(), set.at()) : null;
                Lasting lock = new Lasting(set.mode(), null, set.endsAt());
                yield Intent.LOCKED.withSchedule(DoorMode.LOCKED, beneath).withLock(lock);
            }
            case LOCKED, UNLOCKED, BLOCKED, ACCESSED ->
                    Intent.LOCKED.withSchedule(DoorMode.LOCKED, new Act(set.mode(), set.at()));
        };
    }

    /// The door with an end for its lock-down: where the wall clock can tell what is left of it,
    /// that; else its whole time once more.
    ///
    /// @param lockDown how long a lock-down lasts
    static Door begun(Door door, Moment now, Duration lockDown) {
        Lasting lock = door.intent().lock();
        if (lock == null || lock.mode() != DoorMode.LOCKED_DOWN) {
            return door;
        }
        Instant endsAt = lock.endsAt();
        boolean told = endsAt != null && now.isTrusted();
        Duration left = told ? Duration.between(now.wall(), endsAt) : lockDown;
        MonotonicTime until = now.monotonic().plus(within(left, lockDown));
        Lasting begun = new Lasting(lock.mode(), until, endsAt);
        return door.meant(door.intent().withLock(begun), now.monotonic());
    }

    private static Duration within(Duration left, Duration max) {
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(max) > 0 ? max : left;
    }
}
