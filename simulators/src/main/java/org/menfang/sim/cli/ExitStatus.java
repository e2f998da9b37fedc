package org.menfang.sim.cli;

/// What the program's exit status says. The numbers are those of `sysexits.h`.
final class ExitStatus {
    static final int FINE = 0;

    /// A promise was not kept, in a simulation.
    static final int BROKEN_PROMISE = 1;

    static final int WRONG_USE = 64;

    /// A port, a folder, a program or a simulated gate is not there, or in use.
    static final int UNAVAILABLE = 69;

    static final int INTERNAL = 70;

    private ExitStatus() {}
}
