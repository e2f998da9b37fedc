package org.menfang.sim.device;

/// What is wrong with the wires of an input.
public enum WireDamage {
    NONE,
    CUT,
    SHORT
}
