package org.menfang.pass;

/// In which form a signed pass is shown.
public enum PassClass {
    /// The same code for all its life. Whoever has a picture of it has the pass.
    PAPER,
    /// A code that changes every 30 s, so that a picture of it dies.
    ROTATING
}
