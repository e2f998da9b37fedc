package org.menfang.vocabulary;

import java.util.regex.Pattern;

/// The form that every name of ours has: 1 to 32 lower-case letters, digits and hyphens, beginning
/// and ending with a letter or a digit. Such a name is safe in a topic, in a file name and in a URL
/// without escaping.
public final class Name {
    public static final int LENGTH_MAX = 32;

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");

    private Name() {}

    /// Whether the text has the form of a name.
    public static boolean isValid(String text) {
        return text.length() <= LENGTH_MAX && FORM.matcher(text).matches();
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
