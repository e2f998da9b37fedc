package org.menfang.hub.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How it stands with backups.
///
/// @param lastAt when the last one was made; none for never
/// @param failing whether the last try was in vain
public record BackupStanding(State state, @Nullable Instant lastAt, boolean failing) {
    /// When there is none of the last day, one is made at any hour.
    public static final Duration LATE_AFTER = Duration.ofHours(30);

    public static final BackupStanding NONE = new BackupStanding(State.OFF, null, false);

    public enum State {
        /// The hub makes none by itself.
        OFF,
        /// It is to make them, and has made none yet.
        NEVER,
        FRESH,
        LATE
    }

    /// @param configured whether the hub makes backups by itself
    static BackupStanding of(
            boolean configured,
            Optional<Keeping.Backup> last,
            Optional<Keeping.Failure> failure,
            Instant now) {
        Instant lastAt = last.map(Keeping.Backup::at).orElse(null);
        return new BackupStanding(
                state(configured, lastAt, now), lastAt, configured && failure.isPresent());
    }

    private static State state(boolean configured, @Nullable Instant lastAt, Instant now) {
        if (!configured) {
            return State.OFF;
        }
        if (lastAt == null) {
            return State.NEVER;
        }
        return now.isBefore(lastAt.plus(LATE_AFTER)) ? State.FRESH : State.LATE;
    }

    /// Whether somebody has to look.
    public boolean callsForSomebody() {
        return failing
                || switch (state) {
                    case OFF, FRESH -> false;
                    case NEVER, LATE -> true;
                };
    }
}
