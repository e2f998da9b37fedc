package org.menfang.vocabulary;

/// What secures a door.
public enum LockKind {
    STRIKE,
    MAGLOCK,
    /// The drive of an arm across a way for vehicles: released, the arm goes up and stays there.
    BARRIER
}
