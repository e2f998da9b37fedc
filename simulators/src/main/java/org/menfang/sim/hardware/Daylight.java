package org.menfang.sim.hardware;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.menfang.gate.port.SunTimes;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedPhotocell;
import org.menfang.sim.time.SimulationClock;
import org.menfang.site.Site;

/// The sun over a photocell: night falls and day breaks when the almanac says so.
final class Daylight {
    /// A day of the demonstration passes in ten minutes: this is two minutes of it.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final SimulatedCompound compound;
    private final SimulatedPhotocell photocell;
    private final SimulationClock clock;
    private final SunTimes sun = new SuncalcSunTimes();

    private Daylight(
            SimulatedCompound compound, SimulatedPhotocell photocell, SimulationClock clock) {
        this.compound = compound;
        this.photocell = photocell;
        this.clock = clock;
    }

    /// Lets day and night pass, where there is a photocell to see them.
    static void over(SimulatedCompound compound, SimulationClock clock) {
        SimulatedPhotocell photocell = compound.photocell();
        if (photocell != null) {
            Daylight daylight = new Daylight(compound, photocell, clock);
            compound.timeline().soon(daylight::look);
        }
    }

    private void look() {
        photocell.night(isNight(compound.site(), sun, clock.world()));
        compound.timeline().after(LOOK_EVERY, this::look);
    }

    static boolean isNight(Site site, SunTimes sun, Instant now) {
        LocalDate day = now.atZone(site.zone()).toLocalDate();
        SunTimes.SunDay today = sun.on(day, site.place(), site.zone());
        Instant sunrise = today.sunrise();
        Instant sunset = today.sunset();
        if (sunrise == null || sunset == null) {
            return !today.upAllDay();
        }
        return now.isBefore(sunrise) || !now.isBefore(sunset);
    }
}
