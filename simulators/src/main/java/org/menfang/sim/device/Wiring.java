package org.menfang.sim.device;

/// How exit buttons and the fire contact are wired.
public enum Wiring {
    /// As the wiring guide demands: they cut the power of locks that need power to hold, and the
    /// gate only hears of it.
    RELEASES_BY_ITSELF,
    /// They only tell the gate. For tests that ask whether the gate does its part.
    TELLS_THE_GATE_ONLY
}
