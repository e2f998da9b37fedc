package org.menfang.wire;

/// The version of the contract between gate and hub.
public final class Protocol {
    /// The second level of every topic. It changes when an old hub could no longer read a new gate.
    public static final int VERSION = 1;

    private Protocol() {}
}
