package org.menfang.gate.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.menfang.site.PinPlan;

/// The lines of one GPIO chip, by number. Levels are electrical: what is active is the caller's
/// business.
///
/// A line is taken once and stays taken until the hardware is closed. Taking, driving and reading
/// may be called from any thread; none of them waits for longer than a call into the kernel. What
/// the chip refuses, it refuses with an {@link UncheckedIOException}.
public interface GpioChip {
    /// Takes a line as an output that carries the given level from the first moment on.
    ///
    /// @throws UncheckedIOException if the line is not there, or is taken
    OutputLine output(int line, boolean initiallyHigh);

    /// Takes a line as an input.
    ///
    /// @param debounce how long the level must be still before a change counts
    /// @param listener hears every change that counts, in order, on a thread of the chip; the first
    ///   may come before this method returns. It never blocks and never throws
    /// @throws UncheckedIOException if the line is not there, or is taken
    InputLine input(int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener);

    /// Takes several lines as inputs whose falling edges come with their time, for signals in which
    /// the order of edges on different lines matters. They are not debounced.
    ///
    /// @param lines different ones, 1 to {@link #TIMED_LINES_MAX}
    /// @param listener hears every falling edge of all of them in order, on one thread of the chip;
    ///   the first may come before this method returns. It never blocks and never throws
    /// @throws UncheckedIOException if a line is not there or is taken, or if this chip does not
    ///   tell when an edge was; none of the lines is then taken
    default TimedLines timed(List<Integer> lines, PinPlan.Pull pull, TimedEdgeListener listener) {
        throw new UncheckedIOException(
                new IOException("this chip does not tell when an edge was: lines " + lines));
    }

    /// Most lines that are listened to together.
    int TIMED_LINES_MAX = 64;

    /// One line that we drive.
    interface OutputLine {
        /// @throws UncheckedIOException if the line could not be driven
        void drive(boolean high);

        /// The level that was driven last.
        boolean isHigh();
    }

    /// One line that others drive.
    interface InputLine {
        /// The level now, debounced.
        ///
        /// @throws UncheckedIOException if the line could not be read
        boolean isHigh();
    }

    /// Hears the changes of one line.
    interface EdgeListener {
        /// The line changed; or, after trouble, it says again how it stands.
        void onEdge(boolean high);

        /// The line says nothing any more, until the next edge is told. Told again when the reason
        /// changes.
        ///
        /// @param why for whoever looks after it
        default void onTrouble(String why) {}
    }

    /// Several lines that others drive, taken together.
    interface TimedLines {
        /// The level of one of them now.
        ///
        /// @throws UncheckedIOException if the line could not be read
        boolean isHigh(int line);
    }

    /// Hears the falling edges of several lines, and how many of them nobody will ever hear.
    interface TimedEdgeListener {
        /// @param high the level after the edge
        /// @param nanos when the edge was, as the kernel saw it, on the scale of {@link
        ///   System#nanoTime}
        void onEdge(int line, boolean high, long nanos);

        /// Edges came faster than they were taken: so many are missing before the next one.
        void onLost(long edges);
    }
}
