package org.menfang.sim.device;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.time.Timeline;

/// A supply with a battery and two contacts: one tells that the mains are gone, the other that the
/// battery is low.
public final class SimulatedSupply {
    /// How long a full battery lasts until its contact tells.
    static final Duration BATTERY = Duration.ofMinutes(2);

    private final Timeline timeline;
    private final List<SimulatedSwitch> mainsLost;
    private final List<SimulatedSwitch> batteryLow;
    private boolean mains = true;
    private @Nullable MonotonicTime offSince;
    private Timeline.@Nullable Planned draining;

    /// @param mainsLost the contacts of that kind
    /// @param batteryLow the contacts of that kind
    SimulatedSupply(
            Timeline timeline, List<SimulatedSwitch> mainsLost, List<SimulatedSwitch> batteryLow) {
        this.timeline = timeline;
        this.mainsLost = List.copyOf(mainsLost);
        this.batteryLow = List.copyOf(batteryLow);
    }

    /// Whether it has a contact for the mains.
    public boolean isWatched() {
        return !mainsLost.isEmpty();
    }

    public boolean hasMains() {
        return mains;
    }

    /// For how long the battery has fed everything; zero on mains.
    public Duration onBattery() {
        return offSince == null ? Duration.ZERO : offSince.until(timeline.now());
    }

    public void mains(boolean on) {
        if (on == mains) {
            return;
        }
        mains = on;
        mainsLost.forEach(contact -> contact.set(!on));
        if (draining != null) {
            draining.cancel();
            draining = null;
        }
        if (on) {
            offSince = null;
            batteryLow.forEach(contact -> contact.set(false));
        } else {
            offSince = timeline.now();
            draining =
                    timeline.after(BATTERY, () -> batteryLow.forEach(contact -> contact.set(true)));
        }
    }
}
