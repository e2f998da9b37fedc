package org.menfang.site;

/// The input that a fire panel or a break-glass drives. It helps, tests and records; the wiring
/// releases the locks without us.
public record FirePlan(String name) {}
