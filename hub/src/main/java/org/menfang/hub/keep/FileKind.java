package org.menfang.hub.keep;

import java.time.Duration;

/// Files that people brought to the hub or had it make, and that are forgotten after some time.
public enum FileKind {
    /// Pictures that people sent with repairs and incidents.
    CASE_PICTURES,
    /// Copies of incidents that were made to leave the hub.
    CASE_COPIES,
    /// Pictures that were taken on rounds: they tell where somebody was.
    ROUND_PICTURES;

    /// How long they are kept, counted from the end of what they belong to.
    Duration keptFor(Retention retention) {
        return switch (this) {
            case CASE_PICTURES, CASE_COPIES -> Duration.ofDays(retention.alarmDays());
            case ROUND_PICTURES -> Duration.ofDays(retention.passageDays());
        };
    }
}
