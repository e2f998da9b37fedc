package org.menfang.hub.response;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// When the shift that is on now ends. Any thread may call it.
@FunctionalInterface
public interface ShiftEnd {
    int SHIFT_HOURS = 8;

    Instant shiftEnd(Instant now);

    /// Three shifts a day that begin at 00, 08 and 16 o'clock.
    static ShiftEnd everyEightHours(ZoneId zone) {
        return now -> {
            ZonedDateTime here = now.atZone(zone);
            int shift = here.getHour() / SHIFT_HOURS;
            return here.toLocalDate()
                    .atTime(LocalTime.MIDNIGHT)
                    .plusHours((shift + 1L) * SHIFT_HOURS)
                    .atZone(zone)
                    .toInstant();
        };
    }
}
