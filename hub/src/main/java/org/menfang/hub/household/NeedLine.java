package org.menfang.hub.household;

/// Somebody who was turned away just now and asked for help before.
///
/// @param key compound, gate, access point and holder, for the form that lets in
public record NeedLine(String who, String where, String time, String help, String key) {}
