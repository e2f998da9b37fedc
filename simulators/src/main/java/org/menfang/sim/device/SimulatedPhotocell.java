package org.menfang.sim.device;

import org.menfang.site.PointName;

/// A photocell under the sky. A storm makes it dark by day; somebody's torch makes it light.
public final class SimulatedPhotocell {
    /// What else there is beside the sun.
    public enum Sky {
        CLEAR,
        STORM,
        TORCH
    }

    private final Wires wires;
    private boolean night;
    private Sky sky = Sky.CLEAR;

    SimulatedPhotocell(Wires wires) {
        this.wires = wires;
        tell();
    }

    public boolean findsDark() {
        return switch (sky) {
            case CLEAR -> night;
            case STORM -> true;
            case TORCH -> false;
        };
    }

    /// The sun goes down, or comes up.
    public void night(boolean nowNight) {
        night = nowNight;
        tell();
    }

    public void sky(Sky nowSky) {
        sky = nowSky;
        tell();
    }

    private void tell() {
        wires.set(PointName.DARK, findsDark());
    }
}
