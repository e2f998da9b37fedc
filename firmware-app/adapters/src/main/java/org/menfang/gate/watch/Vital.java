package org.menfang.gate.watch;

/// A part without which a gate only seems to live.
public enum Vital {
    /// The thread that decides turned its loop.
    LOOP,
    /// The journal's thread answered; what it answered, even that the disk fails, is another
    /// matter.
    JOURNAL,
    /// The readers' threads run.
    READERS
}
