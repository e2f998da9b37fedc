package org.menfang.hub.round;

/// One thing to look at.
///
/// @param id unique at its checkpoint
public record Check(String id, String text) {
    public static final int TEXT_CHARS_MAX = 60;
}
