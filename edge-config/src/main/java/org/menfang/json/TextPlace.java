package org.menfang.json;

/// A place in a text. Both numbers begin at 1, as editors count.
public record TextPlace(int line, int column) implements Comparable<TextPlace> {
    /// The first character of a text.
    public static final TextPlace START = new TextPlace(1, 1);

    @Override
    public int compareTo(TextPlace other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
