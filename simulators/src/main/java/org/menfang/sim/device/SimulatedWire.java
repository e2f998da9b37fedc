package org.menfang.sim.device;

import org.menfang.site.Metering;
import org.menfang.site.PinPlan;

/// The pair of wires from a device to an input of the gate, which somebody may cut or bridge. A
/// plain pair then looks as if the device had said something; one with resistors at its end does
/// not.
final class SimulatedWire {
    private final PinPlan pin;
    private final Wires.Ends ends;
    private boolean active;
    private WireDamage damage = WireDamage.NONE;

    SimulatedWire(PinPlan pin, Wires.Ends ends) {
        this.pin = pin;
        this.ends = ends;
    }

    /// The device says so.
    void set(boolean nowActive) {
        active = nowActive;
        carry();
    }

    void damage(WireDamage nowDamaged) {
        damage = nowDamaged;
        carry();
    }

    WireDamage damage() {
        return damage;
    }

    /// The next change of its line is told to nobody.
    void loseEdge() {
        if (pin.metering() == null) {
            ends.line(pin).loseEdge();
        }
    }

    private void carry() {
        Metering metering = pin.metering();
        if (metering == null) {
            ends.line(pin).set(level());
        } else {
            ends.converter(pin).set(pin.line(), value(metering));
        }
    }

    /// The contacts of devices lead to ground, and a resistor of the gate pulls the line up.
    private boolean level() {
        return switch (damage) {
            case NONE -> active != pin.activeLow();
            case CUT -> pin.pull() != PinPlan.Pull.DOWN;
            case SHORT -> false;
        };
    }

    private int value(Metering metering) {
        boolean high = active != pin.activeLow();
        return switch (metering) {
            case Metering.Loop _ -> EndOfLine.millivolts(high, damage);
            case Metering.Threshold(int highFrom, int hysteresis) ->
                    high && damage == WireDamage.NONE ? highFrom + 2 * hysteresis : 0;
        };
    }
}
