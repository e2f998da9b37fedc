package org.menfang.hub.open;

/// What a treated compound has to show (五有).
public enum FiveHave {
    /// Cameras, alarms, controlled gates.
    PROTECTION,
    /// A place that is watched.
    GATEHOUSE,
    /// A person on duty.
    GATEKEEPER,
    LIGHTING,
    GATE
}
