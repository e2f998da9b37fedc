package org.menfang.hub.open;

/// One line of the hub's log, for those who check it.
///
/// @param at as it stands in the line
/// @param type what kind of entry it is
public record LogLine(long seq, String at, String by, String type, String hash) {}
