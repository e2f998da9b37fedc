package org.menfang.wire;

/// The version of the contract between gate and hub.
public final class Protocol {
    /// The second level of every topic. It changes when an old hub could no longer read a new gate.
    public static final int VERSION = 1;

    /// Most bytes of a packet on the topic of rules: a signed set of 16 MiB and what stands around
    /// it. Every other message has at most 1 MiB.
    public static final int RULES_PACKET_BYTES_MAX = 17 * 1024 * 1024;

    private Protocol() {}
}
