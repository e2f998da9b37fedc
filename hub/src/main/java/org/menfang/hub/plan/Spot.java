package org.menfang.hub.plan;

/// A place on the drawing of a gate, from its upper left corner.
///
/// @param x 0 to {@link #ALONG_MAX}
/// @param y 0 to {@link #ALONG_MAX}
public record Spot(int x, int y) {
    /// The whole width, and the whole height.
    public static final int ALONG_MAX = 100;

    public Spot {
        if (x < 0 || x > ALONG_MAX || y < 0 || y > ALONG_MAX) {
            throw new IllegalArgumentException("a spot lies between 0 and " + ALONG_MAX);
        }
    }
}
