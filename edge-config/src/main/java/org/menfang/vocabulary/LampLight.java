package org.menfang.vocabulary;

/// What a lamp circuit does, as far as the gate can measure it.
public enum LampLight {
    OFF,
    /// Switched on, and current flows.
    BURNING,
    /// Switched on just now; current is awaited.
    STARTING,
    /// Switched on, the line is whole, and no current flows.
    DEAD,
    /// The line is open.
    CUT
}
