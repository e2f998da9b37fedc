package org.menfang.sim.proxy;

/// A fault for as long as it lasts.
///
/// @param number tells it from the same fault at another time
record Spell(long number, FaultMode mode) {
    boolean isSame(Spell other) {
        return number == other.number;
    }
}
