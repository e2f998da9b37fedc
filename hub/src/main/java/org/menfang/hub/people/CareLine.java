package org.menfang.hub.people;

/// Somebody who is looked after.
///
/// @param last when the person came through a gate, in words
/// @param pausedUntil empty where it is not paused
/// @param told when the neighbour was told; empty for never
public record CareLine(
        String compound,
        String holder,
        String name,
        String home,
        String neighbour,
        String last,
        String pausedUntil,
        String told) {}
