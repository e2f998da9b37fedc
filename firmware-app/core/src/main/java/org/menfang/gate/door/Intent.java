package org.menfang.gate.door;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorMode;

/// What a door is meant to be, in layers; the first that says something decides. When one ends, the
/// door is what the next one says. It never is ACCESSED: that mode comes and goes by itself.
///
/// @param fire whether it stands released because of fire, whatever its mode
/// @param level what the compound's level makes of it
/// @param lock a person's lock-down or lock-open
/// @param hold a person's hold-open
/// @param act a person's LOCK, UNLOCK or BLOCK, until the next change of the door's schedules
/// @param scheduled what its schedules say: LOCKED, UNLOCKED or BLOCKED
public record Intent(
        boolean fire,
        @Nullable DoorMode level,
        @Nullable Lasting lock,
        @Nullable Lasting hold,
        @Nullable Act act,
        DoorMode scheduled) {
    public static final Intent LOCKED = new Intent(false, null, null, null, null, DoorMode.LOCKED);

    /// A mode that lasts until its time is over or somebody ends it.
    ///
    /// @param until when it ends by itself; none where nothing but a person ends it
    /// @param endsAt the same by the wall clock; none where that was not trusted
    public record Lasting(DoorMode mode, @Nullable MonotonicTime until, @Nullable Instant endsAt) {}

    /// A mode that a person chose.
    ///
    /// @param at when, by the wall clock; none where that was not trusted
    public record Act(DoorMode mode, @Nullable Instant at) {}

    /// The mode that decides.
    public DoorMode mode() {
        if (level != null) {
            return level;
        }
        if (lock != null) {
            return lock.mode();
        }
        if (hold != null) {
            return hold.mode();
        }
        return act == null ? scheduled : act.mode();
    }

    /// When the mode ends by itself; none where nobody gave it an end of its own.
    @Nullable MonotonicTime modeEnd() {
        if (level != null) {
            return null;
        }
        Lasting lasting = lock == null ? hold : lock;
        return lasting == null ? null : lasting.until();
    }

    /// Whether the door is meant to be released for everybody.
    boolean standsReleased() {
        return fire
                || switch (mode()) {
                    case UNLOCKED, LOCKED_OPEN -> true;
                    case LOCKED, ACCESSED, BLOCKED, LOCKED_DOWN -> false;
                };
    }

    /// Whether a credential with a right may pass at all.
    boolean obeysCredentials() {
        return mode() != DoorMode.BLOCKED && mode() != DoorMode.LOCKED_DOWN;
    }

    /// Whether a person may release the door for one passage.
    boolean obeysRelease() {
        return mode() == DoorMode.LOCKED || mode() == DoorMode.UNLOCKED;
    }

    /// The intent after an act, or empty where the act is refused: a level, a lock-down and a
    /// lock-open each have to end first. ACCESS leaves it as it is.
    ///
    /// @param at when, by the wall clock; none where that is not trusted
    /// @param lockDown how a lock-down would last
    Optional<Intent> after(DoorAct act, @Nullable Instant at, Lasting lockDown) {
        if (act == DoorAct.ACCESS) {
            return obeysRelease() ? Optional.of(this) : Optional.empty();
        }
        if (level != null) {
            return Optional.empty();
        }
        if (lock != null) {
            return afterLocked(lock.mode(), act, lockDown);
        }
        return switch (act) {
            case LOCK -> Optional.of(acted(DoorMode.LOCKED, at));
            case UNLOCK -> Optional.of(acted(DoorMode.UNLOCKED, at));
            case BLOCK -> Optional.of(acted(DoorMode.BLOCKED, at));
            case LOCK_DOWN -> Optional.of(locked(lockDown));
            case LOCK_OPEN -> Optional.of(locked(new Lasting(DoorMode.LOCKED_OPEN, null, null)));
            case ACCESS, LOCK_DOWN_RELEASE, LOCK_OPEN_RELEASE -> Optional.empty();
        };
    }

    /// The intent after a person asked to hold the door open, or empty where that is refused. A
    /// hold-open does not open what somebody has blocked.
    Optional<Intent> held(Lasting open) {
        boolean refused = level != null || lock != null || mode() == DoorMode.BLOCKED;
        return refused
                ? Optional.empty()
                : Optional.of(new Intent(fire, null, null, open, act, scheduled));
    }

    Intent withFire(boolean active) {
        return active == fire ? this : new Intent(active, level, lock, hold, act, scheduled);
    }

    /// @param mode none where the level has nothing to say about this door
    Intent withLevel(@Nullable DoorMode mode) {
        return new Intent(fire, mode, lock, hold, act, scheduled);
    }

    Intent withLock(@Nullable Lasting next) {
        return new Intent(fire, level, next, hold, act, scheduled);
    }

    /// @param kept what is left of a person's act
    Intent withSchedule(DoorMode mode, @Nullable Act kept) {
        return new Intent(fire, level, lock, hold, kept, mode);
    }

    /// The intent without what is over.
    Intent at(MonotonicTime now) {
        return new Intent(fire, level, current(lock, now), current(hold, now), act, scheduled);
    }

    /// When {@link #at} makes a difference; {@link MonotonicTime#NEVER} if it does not.
    MonotonicTime wakeAt() {
        return MonotonicTime.earliest(endOf(lock), endOf(hold));
    }

    private Optional<Intent> afterLocked(DoorMode mode, DoorAct act, Lasting lockDown) {
        boolean down = mode == DoorMode.LOCKED_DOWN;
        if (act == (down ? DoorAct.LOCK_DOWN_RELEASE : DoorAct.LOCK_OPEN_RELEASE)) {
            return Optional.of(withLock(null));
        }
        if (act == (down ? DoorAct.LOCK_DOWN : DoorAct.LOCK_OPEN)) {
            return Optional.of(down ? withLock(lockDown) : this);
        }
        return Optional.empty();
    }

    /// A later word of a person takes the place of a hold-open.
    private Intent acted(DoorMode mode, @Nullable Instant at) {
        return new Intent(fire, level, null, null, new Act(mode, at), scheduled);
    }

    /// A person's UNLOCK or hold-open does not outlive a lock-down: nothing that a person has
    /// opened becomes open again by the end of something else.
    private Intent locked(Lasting next) {
        boolean unlocked = act != null && act.mode() == DoorMode.UNLOCKED;
        return new Intent(fire, level, next, null, unlocked ? null : act, scheduled);
    }

    private static MonotonicTime endOf(@Nullable Lasting lasting) {
        return lasting == null ? MonotonicTime.NEVER : MonotonicTime.orNever(lasting.until());
    }

    private static @Nullable Lasting current(@Nullable Lasting lasting, MonotonicTime now) {
        MonotonicTime until = lasting == null ? null : lasting.until();
        return until != null && !now.isBefore(until) ? null : lasting;
    }
}
