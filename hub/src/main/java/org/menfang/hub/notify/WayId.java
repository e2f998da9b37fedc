package org.menfang.hub.notify;

import java.util.regex.Pattern;

/// Names one way of telling people, among all of a hub.
///
/// @param value lower case letters, digits and hyphens, up to {@link #CHARS_MAX}
public record WayId(String value) implements Comparable<WayId> {
    public static final int CHARS_MAX = 32;

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1," + CHARS_MAX + "}");

    public WayId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a way: " + value);
        }
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(WayId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
