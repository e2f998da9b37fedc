package org.menfang.vocabulary;

/// What became of a command.
public enum CommandOutcome {
    DONE,
    /// It was older than its expiry when it came.
    REFUSED_EXPIRED,
    /// Its id was seen before.
    REFUSED_REPEATED,
    /// It is addressed to another gate, or was made for another start of this gate.
    REFUSED_FOREIGN,
    /// It could not be read.
    REFUSED_MALFORMED,
    /// It names a door or an alarm that this gate does not have.
    REFUSED_UNKNOWN_TARGET,
    /// The door or alarm is in a state in which the act is not allowed.
    REFUSED_BY_STATE
}
