package org.menfang.sim.rig;

/// The rig itself cannot work: its kernel cannot be built, or the guest does not come up.
public final class RigFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public RigFailure(String message) {
        super(message);
    }
}
