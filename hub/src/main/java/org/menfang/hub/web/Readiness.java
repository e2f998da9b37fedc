package org.menfang.hub.web;

/// One thing that the hub needs to do its work.
///
/// @param name such as `broker`
/// @param ready whether it does its part now
/// @param detail more about it, for whoever sits at the machine
public record Readiness(String name, boolean ready, String detail) {}
