package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.port.SunTimes;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedLamp;
import org.menfang.site.Site;

/// Every lamp that can burn burns in the night, and none is switched on in the middle of the day.
public final class LampsBurnAtNight implements Check {
    /// Around dusk and dawn a lamp may do either.
    private static final Duration TWILIGHT = Duration.ofHours(1);

    private final SimulatedCompound compound;
    private final SunTimes sun;

    public LampsBurnAtNight(SimulatedCompound compound, SunTimes sun) {
        this.compound = compound;
        this.sun = sun;
    }

    @Override
    public String promise() {
        return "lamps burn at night and not by day";
    }

    @Override
    public void onMinute(Instant now, Report report) {
        Site site = compound.site();
        ZoneId zone = site.zone();
        LocalDate day = now.atZone(zone).toLocalDate();
        SunTimes.SunDay today = sun.on(day, site.place(), zone);
        boolean night =
                isBefore(now, today.sunrise(), TWILIGHT) || isAfter(now, today.sunset(), TWILIGHT);
        boolean daytime =
                isAfter(now, today.sunrise(), TWILIGHT) && isBefore(now, today.sunset(), TWILIGHT);
        for (SimulatedLamp lamp : compound.lamps().values()) {
            boolean canBurn = !lamp.isDead() && !lamp.isLineCut();
            if (night && canBurn && !lamp.isBurning()) {
                report.violated(now, lamp.id() + " is dark");
            } else if (daytime && lamp.isEnergised()) {
                report.violated(now, lamp.id() + " is switched on by day");
            }
        }
    }

    private static boolean isBefore(Instant now, @Nullable Instant border, Duration margin) {
        return border != null && now.isBefore(border.minus(margin));
    }

    private static boolean isAfter(Instant now, @Nullable Instant border, Duration margin) {
        return border != null && now.isAfter(border.plus(margin));
    }
}
