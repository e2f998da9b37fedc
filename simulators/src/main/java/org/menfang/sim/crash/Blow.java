package org.menfang.sim.crash;

/// What happens to one program of a running compound.
public enum Blow {
    /// `kill -9`, at any moment.
    KILL_GATE,
    KILL_HUB,
    KILL_BROKER,
    /// `kill -9` between two calls of a hub that takes in a backlog.
    KILL_HUB_IN_A_BATCH,
    /// Its power is cut: what was not synced is lost or torn.
    CUT_GATE,
    CUT_HUB
}
