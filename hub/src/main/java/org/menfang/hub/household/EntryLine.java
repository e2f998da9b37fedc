package org.menfang.hub.household;

/// One entry of a household's own log.
///
/// @param good whether somebody was let in
public record EntryLine(String time, String who, String where, String what, boolean good) {}
