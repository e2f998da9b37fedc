package org.menfang.gate.suncalc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.menfang.site.GeographicPlace;

/// Sunrise and sunset as an almanac gives them: the upper edge of the sun at the horizon of a flat
/// land, refraction included.
public final class SuncalcSunTimes implements org.menfang.gate.port.SunTimes {
    @Override
    public SunDay on(LocalDate day, GeographicPlace place, ZoneId zone) {
        var times =
                org.shredzone.commons.suncalc.SunTimes.compute()
                        .on(day)
                        .timezone(zone)
                        .at(place.latitude(), place.longitude())
                        .oneDay()
                        .execute();
        return new SunDay(instant(times.getRise()), instant(times.getSet()), times.isAlwaysUp());
    }

    private static @Nullable Instant instant(@Nullable ZonedDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
