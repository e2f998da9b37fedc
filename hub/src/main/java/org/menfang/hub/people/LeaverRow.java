package org.menfang.hub.people;

/// One line of those who may be forgotten.
///
/// @param ended when the rights ended, in words
/// @param chosen whether the page was opened for this person
public record LeaverRow(
        String number, String name, String household, String ended, boolean chosen) {}
