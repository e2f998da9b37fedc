package org.menfang.sim.crash;

/// The rig itself cannot work: something that it needs is not there, or does not do what it must.
public final class CrashFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public CrashFailure(String message) {
        super(message);
    }
}
