package org.menfang.sim.compound;

/// The power goes while effects are being performed. No loop catches it but the one that simulates
/// the world.
final class PowerCut extends Error {
    private static final long serialVersionUID = 1;

    PowerCut() {
        super("the power is cut", null, false, false);
    }
}
