package org.menfang.rules;

import java.time.Duration;
import java.util.List;

/// The levels that a compound knows beside NORMAL.
///
/// @param levels at most one rule for each level; a level without a rule cannot be set
/// @param holdOpenMinutesMax how long a volunteer may hold a door open for somebody who moves
///   house, 1 to 60
/// @param lockDownMinutesMax after how long the lockdown of a single door ends by itself, 1 to 1440
public record LevelRules(List<LevelRule> levels, int holdOpenMinutesMax, int lockDownMinutesMax) {
    public static final LevelRules NONE = new LevelRules(List.of(), 10, 60);
    public static final int HOLD_OPEN_MINUTES_MAX = 60;

    public LevelRules {
        levels = List.copyOf(levels);
        if (holdOpenMinutesMax < 1
                || holdOpenMinutesMax > HOLD_OPEN_MINUTES_MAX
                || lockDownMinutesMax < 1
                || lockDownMinutesMax > LevelRule.LASTS_MINUTES_MAX) {
            throw new IllegalArgumentException(
                    "minutes out of range: " + holdOpenMinutesMax + ", " + lockDownMinutesMax);
        }
    }

    /// After how long the lockdown of a single door ends by itself.
    public Duration lockDownMax() {
        return Duration.ofMinutes(lockDownMinutesMax);
    }
}
