package org.menfang.gate.port;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.menfang.site.GeographicPlace;

/// Tells when the sun rises and sets. The same question always has the same answer.
public interface SunTimes {
    SunDay on(LocalDate day, GeographicPlace place, ZoneId zone);

    /// @param sunrise none where the sun does not rise on that day
    /// @param sunset none where the sun does not set on that day
    /// @param upAllDay whether the sun stays up where both are missing
    record SunDay(@Nullable Instant sunrise, @Nullable Instant sunset, boolean upAllDay) {}
}
