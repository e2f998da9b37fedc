package org.menfang.sim.compound;

/// How a simulated disk behaves.
public enum DiskHealth {
    WORKS,
    /// Every write fails for want of room.
    FULL,
    READ_ONLY,
    /// Every write fails.
    FAILS,
    /// Nothing fails, and nothing becomes durable.
    STALLS
}
