package org.menfang.hub.round;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/// When a round is due.
///
/// @param from the time of day at which it can begin
/// @param minutes how long it can begin
/// @param days on which days of the week
public record DueTime(LocalTime from, int minutes, List<DayOfWeek> days) {
    public static final int MINUTES_MIN = 10;
    public static final int MINUTES_MAX = 720;

    public DueTime {
        days = List.copyOf(days);
    }
}
