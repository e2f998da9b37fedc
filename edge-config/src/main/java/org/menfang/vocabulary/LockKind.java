package org.menfang.vocabulary;

/// What secures a door.
public enum LockKind {
    STRIKE,
    MAGLOCK
}
