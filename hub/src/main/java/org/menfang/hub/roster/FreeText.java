package org.menfang.hub.roster;

/// What people type into a form.
public final class FreeText {
    private FreeText() {}

    /// The text on one line: what breaks lines becomes a space.
    public static String onOneLine(String typed) {
        return typed.replaceAll("\\s+", " ").strip();
    }

    /// Whether it can be written down: not too long, and without characters that nobody sees.
    public static boolean isSound(String text, int charsMax) {
        return text.length() <= charsMax && text.chars().noneMatch(Character::isISOControl);
    }
}
