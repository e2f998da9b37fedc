package org.menfang.hub.accounts;

import java.time.Instant;

/// What became of a try to prove who one is, or to change with what one does.
public sealed interface Proof {
    record Proved() implements Proof {}

    record Wrong() implements Proof {}

    /// There were too many wrong ones.
    ///
    /// @param until when the next try is heard
    record LockedOut(Instant until) implements Proof {}

    /// The person has to prove who it is before this, by what is set already.
    record ProveFirst() implements Proof {}

    /// No more keys fit.
    record Full() implements Proof {}
}
