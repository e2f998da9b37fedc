package org.menfang.sim.rig;

/// How a program in the guest ended.
public sealed interface GuestEnd {
    /// What it and the kernel printed.
    String output();

    /// It ended by itself.
    ///
    /// @param status its exit status
    record Ended(int status, String output) implements GuestEnd {}

    /// It did not end in time, and the guest was switched off.
    record OutOfTime(String output) implements GuestEnd {}

    /// The guest ended without an answer: its kernel stopped, as a watchdog makes it.
    record Died(String output) implements GuestEnd {}
}
