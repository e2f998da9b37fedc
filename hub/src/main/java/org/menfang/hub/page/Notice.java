package org.menfang.hub.page;

/// What went wrong or right with the last form.
///
/// @param good whether it tells of a success
public record Notice(boolean good, String text) {}
