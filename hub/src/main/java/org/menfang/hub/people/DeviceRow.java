package org.menfang.hub.people;

/// One device of a gate, in words.
///
/// @param kind what sort of thing it is
/// @param state what it does; empty where the gate does not say
/// @param alarms what is wrong with it; empty for nothing
public record DeviceRow(String kind, String name, String id, String state, String alarms) {}
