package org.menfang.gate.lamp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.port.SunTimes;
import org.menfang.gate.port.SunTimes.SunDay;
import org.menfang.site.GeographicPlace;
import org.menfang.site.LampPlan;
import org.menfang.site.Site;

/// The sky over the compound: whether it is dark enough for a lamp.
final class Sky {
    private final SunTimes sunTimes;
    private final GeographicPlace place;
    private final ZoneId zone;
    private @Nullable LocalDate knownDay;
    private @Nullable SunDay known;

    Sky(Site site, SunTimes sunTimes) {
        this.sunTimes = sunTimes;
        place = site.place();
        zone = site.zone();
    }

    boolean isDarkFor(LampPlan lamp, Instant wall) {
        SunDay sun = sunOf(wall);
        Instant off = offAt(lamp, sun);
        Instant on = onAt(lamp, sun);
        if (off == null && on == null) {
            return !sun.upAllDay();
        }
        return (off != null && wall.isBefore(off)) || (on != null && !wall.isBefore(on));
    }

    /// Until when the lamp needs no other light: its next switching, or the next day, which has a
    /// sun of its own.
    Instant nextChange(LampPlan lamp, Instant wall) {
        SunDay sun = sunOf(wall);
        Instant midnight =
                LocalDate.ofInstant(wall, zone).plusDays(1).atStartOfDay(zone).toInstant();
        return Stream.of(offAt(lamp, sun), onAt(lamp, sun), midnight)
                .filter(change -> change != null && change.isAfter(wall))
                .min(Instant::compareTo)
                .orElse(midnight);
    }

    private static @Nullable Instant offAt(LampPlan lamp, SunDay sun) {
        return sun.sunrise() == null ? null : sun.sunrise().plus(lamp.afterDawn());
    }

    private static @Nullable Instant onAt(LampPlan lamp, SunDay sun) {
        return sun.sunset() == null ? null : sun.sunset().minus(lamp.beforeDusk());
    }

    private SunDay sunOf(Instant wall) {
        LocalDate day = LocalDate.ofInstant(wall, zone);
        SunDay sun = known;
        if (sun == null || !day.equals(knownDay)) {
            sun = sunTimes.on(day, place, zone);
            known = sun;
            knownDay = day;
        }
        return sun;
    }
}
