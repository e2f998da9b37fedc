package org.menfang.vocabulary;

/// The form that every name of ours has: 1 to 32 lower-case letters, digits and hyphens, beginning
/// and ending with a letter or a digit. Such a name is safe in a topic, in a file name and in a URL
/// without escaping.
public final class Name {
    public static final int LENGTH_MAX = 32;

    private Name() {}

    /// Whether the text has the form of a name.
    public static boolean isValid(String text) {
        int last = text.length() - 1;
        if (last < 0 || last >= LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            boolean hyphen = c == '-' && i > 0 && i < last;
            if (!hyphen && !isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /// @throws IllegalArgumentException if the text does not have the form of a name
    static void check(String kind, String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException(
                    "not the name of a " + kind + ": \"" + shortened(text) + "\"");
        }
    }

    private static String shortened(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    }
}
