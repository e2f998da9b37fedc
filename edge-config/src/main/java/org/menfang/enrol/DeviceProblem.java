package org.menfang.enrol;

/// Why the hub did not do what a gate asked.
public record DeviceProblem(String problem) {}
