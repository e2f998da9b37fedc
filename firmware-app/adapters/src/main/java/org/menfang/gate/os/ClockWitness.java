package org.menfang.gate.os;

/// Says whether anybody vouches for the wall clock.
@FunctionalInterface
public interface ClockWitness {
    /// What is known of the wall clock now.
    Testimony ask();

    /// Who vouches for the wall clock.
    enum Testimony {
        /// A time server: the kernel's clock is kept in step with it now.
        SYNCHRONISED,
        /// A hardware clock with a battery, which set the wall clock at boot.
        SET_BY_HARDWARE_CLOCK,
        /// Nobody.
        NONE
    }
}
