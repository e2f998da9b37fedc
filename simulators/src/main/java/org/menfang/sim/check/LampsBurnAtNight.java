package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.port.SunTimes;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedLamp;
import org.menfang.site.Site;
import org.menfang.vocabulary.GateId;

/// Every lamp that can burn burns in the night, and none is switched on in the middle of the day.
public final class LampsBurnAtNight implements Check {
    /// Around dusk and dawn a lamp may do either.
    private static final Duration TWILIGHT = Duration.ofHours(1);

    private final SimulatedCompound compound;
    private final SunTimes sun;
    private final Excuses excuses;
    private @Nullable LocalDate day;
    private SunTimes.@Nullable SunDay sunDay;

    LampsBurnAtNight(SimulatedCompound compound, SunTimes sun, Excuses excuses) {
        this.compound = compound;
        this.sun = sun;
        this.excuses = excuses;
    }

    @Override
    public String promise() {
        return "lamps burn at night and not by day";
    }

    @Override
    public void onMinute(Instant now, Report report) {
        GateId gate = compound.site().gate();
        if (excuses.mayBeDark(gate) || excuses.mayMistakeTheTime(gate)) {
            return;
        }
        SunTimes.SunDay today = sunOf(now.atZone(compound.site().zone()).toLocalDate());
        boolean night =
                isBefore(now, today.sunrise(), TWILIGHT) || isAfter(now, today.sunset(), TWILIGHT);
        boolean daytime =
                isAfter(now, today.sunrise(), TWILIGHT) && isBefore(now, today.sunset(), TWILIGHT);
        for (SimulatedLamp lamp : compound.lamps().values()) {
            if (lamp.isRelayStuck()) {
                // The gate has no hand that could move it.
                continue;
            }
            boolean canBurn = !lamp.isDead() && !lamp.isLineCut();
            if (night && canBurn && !lamp.isBurning()) {
                report.violated(now, lamp.id() + " is dark");
            } else if (daytime && lamp.isEnergised()) {
                report.violated(now, lamp.id() + " is switched on by day");
            }
        }
    }

    private SunTimes.SunDay sunOf(LocalDate date) {
        SunTimes.SunDay known = sunDay;
        if (known == null || !date.equals(day)) {
            Site site = compound.site();
            known = sun.on(date, site.place(), site.zone());
            sunDay = known;
            day = date;
        }
        return known;
    }

    private static boolean isBefore(Instant now, @Nullable Instant border, Duration margin) {
        return border != null && now.isBefore(border.minus(margin));
    }

    private static boolean isAfter(Instant now, @Nullable Instant border, Duration margin) {
        return border != null && now.isAfter(border.plus(margin));
    }
}
