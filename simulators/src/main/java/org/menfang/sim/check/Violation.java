package org.menfang.sim.check;

import java.time.Instant;

/// A promise that was not kept.
///
/// @param promise which one
/// @param time when it was seen to be broken
/// @param what what happened instead
public record Violation(String promise, Instant time, String what) {}
