package org.menfang.rules;

import java.util.List;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.SiteLevel;

/// What a level of the compound means, and how it ends.
///
/// @param level any but NORMAL
/// @param from from where it may be set
/// @param lastsMinutesMax after how long it ends by itself at the latest, 1 to 1440
/// @param doors what each door does meanwhile; a door that is not named goes on as usual
/// @param admits whose credentials are still obeyed; empty: everybody's
public record LevelRule(
        SiteLevel level,
        List<Origin> from,
        int lastsMinutesMax,
        List<DoorEffect> doors,
        List<HolderKind> admits) {
    public static final int LASTS_MINUTES_MAX = 1_440;

    public LevelRule {
        from = List.copyOf(from);
        doors = List.copyOf(doors);
        admits = List.copyOf(admits);
        if (level == SiteLevel.NORMAL) {
            throw new IllegalArgumentException("NORMAL needs no rule");
        }
        if (lastsMinutesMax < 1 || lastsMinutesMax > LASTS_MINUTES_MAX) {
            throw new IllegalArgumentException("a level of " + lastsMinutesMax + " minutes");
        }
    }

    /// From where a level is set.
    public enum Origin {
        /// By a volunteer at the hub.
        HUB,
        /// By a volunteer's credential at a reader: shown three times within 10 s.
        READER
    }

    /// What a door does while the level lasts.
    ///
    /// @param mode UNLOCKED, BLOCKED, LOCKED_DOWN or LOCKED_OPEN
    public record DoorEffect(DoorId door, DoorMode mode) {
        public DoorEffect {
            if (mode == DoorMode.LOCKED || mode == DoorMode.ACCESSED) {
                throw new IllegalArgumentException("a level does not make a door " + mode);
            }
        }
    }
}
