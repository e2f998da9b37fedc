package org.menfang.site;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The line that a point hangs on.
///
/// @param chip the chip that has the line: {@link #BOARD}, or the name of a {@link BoardChip}
/// @param line the line's number on that chip, 0 to 53
/// @param activeLow whether the point is active (an output: energised) while the line is low
/// @param pull the resistor that the chip adds to an input
/// @param debounce how long an input must be still before a change counts; zero for outputs
/// @param drive how an output is energised; steady for inputs
/// @param metering which values of a line that is measured are high; none for every other line
public record PinPlan(
        PointName point,
        String chip,
        int line,
        boolean activeLow,
        Pull pull,
        Duration debounce,
        Drive drive,
        @Nullable Metering metering) {
    public static final int LINE_MAX = 53;

    /// The GPIO chip of the board itself.
    public static final String BOARD = "board";

    public PinPlan {
        if (line < 0 || line > LINE_MAX) {
            throw new IllegalArgumentException(
                    "GPIO lines lie between 0 and " + LINE_MAX + ": " + line);
        }
    }

    /// A line that is not measured.
    public PinPlan(
            PointName point,
            String chip,
            int line,
            boolean activeLow,
            Pull pull,
            Duration debounce,
            Drive drive) {
        this(point, chip, line, activeLow, pull, debounce, drive, null);
    }

    /// A line that is not driven, or driven steadily.
    public PinPlan(
            PointName point,
            String chip,
            int line,
            boolean activeLow,
            Pull pull,
            Duration debounce) {
        this(point, chip, line, activeLow, pull, debounce, Drive.STEADY);
    }

    /// A line of the board's own chip.
    public PinPlan(PointName point, int line, boolean activeLow, Pull pull, Duration debounce) {
        this(point, BOARD, line, activeLow, pull, debounce);
    }

    /// Whether the line is one of the board's own chip.
    public boolean isOnBoard() {
        return chip.equals(BOARD);
    }

    /// How an output is energised.
    public enum Drive {
        /// The line carries its active level.
        STEADY,
        /// The line changes its level again and again, and only while the gate decides: what hangs
        /// on it passes energy on only then, so that a program that hangs or a line that is stuck
        /// at either level energises nothing.
        PULSED
    }

    /// The resistor that the chip adds to an input.
    public enum Pull {
        NONE,
        UP,
        DOWN
    }
}
