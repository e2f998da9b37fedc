package org.menfang.site;

import java.time.Duration;

/// The GPIO line that a point hangs on.
///
/// @param line the line's number on the GPIO chip, 0 to 53
/// @param activeLow whether the point is active (an output: energised) while the line is low
/// @param pull the resistor that the chip adds to an input
/// @param debounce how long an input must be still before a change counts; zero for outputs
public record PinPlan(PointName point, int line, boolean activeLow, Pull pull, Duration debounce) {
    public static final int LINE_MAX = 53;

    public PinPlan {
        if (line < 0 || line > LINE_MAX) {
            throw new IllegalArgumentException(
                    "GPIO lines lie between 0 and " + LINE_MAX + ": " + line);
        }
    }

    /// The resistor that the chip adds to an input.
    public enum Pull {
        NONE,
        UP,
        DOWN
    }
}
