package org.menfang.gate.port;

/// All that a running gate needs from the outside.
public record Ports(
        TimeSource time,
        Journal journal,
        HubLink hubLink,
        Outputs outputs,
        Readers readers,
        Cameras cameras,
        Faults faults) {}
