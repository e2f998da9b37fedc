package org.menfang.wire;

/// Whether the hub is there. Its birth releases the outboxes of the gates.
///
/// @param version of the software
public record HubLife(boolean online, String version) {}
