package org.menfang.gate.watch;

/// Somebody outside the program who restarts it, or the machine, when it is no longer fed: the
/// service manager, or the chip of the board.
@FunctionalInterface
public interface Watchdog {
    /// Says that the gate lives. It never blocks.
    void feed();
}
