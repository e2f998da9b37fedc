package org.menfang.hub.response;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;

/// One alarm from beginning to end, as the book has it.
///
/// @param heardAt when it was raised first
/// @param times how often its cause came
/// @param answeredAt when somebody acknowledged it first; none for never
/// @param arrivedAt when somebody was there first; none for never
/// @param endedAt none while it is open
/// @param cause what it turned out to be; none without a note
/// @param note the closing note; empty without
public record AlarmHistory(
        AlarmRef alarm,
        Point point,
        Instant heardAt,
        int times,
        @Nullable Instant answeredAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant endedAt,
        @Nullable CloseCause cause,
        String note) {}
