package org.menfang.hub.household;

/// One pass in a list.
///
/// @param id its number
/// @param path where it is shown; empty where it is not shown from here
/// @param when from when to when
/// @param state whether it was used, in words
/// @param open whether it can still be used or taken back
public record PassLine(
        String id, String path, String whose, String when, String state, boolean open) {}
