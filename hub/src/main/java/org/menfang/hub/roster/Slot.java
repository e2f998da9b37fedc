package org.menfang.hub.roster;

import java.time.LocalDate;

/// One shift of one day.
///
/// @param date the day on which it begins
public record Slot(LocalDate date, Shift shift) {}
