package org.menfang.gate.hardware;

import java.time.Duration;
import org.menfang.site.PinPlan;

/// The lines of one GPIO chip, by number. Levels are electrical: what is active is the caller's
/// business.
///
/// A line is taken once and stays taken until the hardware is closed. Taking, driving and reading
/// may be called from any thread; none of them waits for longer than a call into the kernel. What
/// the chip refuses, it refuses with an {@link java.io.UncheckedIOException}.
public interface GpioChip {
    /// Takes a line as an output that carries the given level from the first moment on.
    ///
    /// @throws java.io.UncheckedIOException if the line is not there, or is taken
    OutputLine output(int line, boolean initiallyHigh);

    /// Takes a line as an input.
    ///
    /// @param debounce how long the level must be still before a change counts
    /// @param listener hears every change that counts, in order, on a thread of the chip; the first
    ///   may come before this method returns. It never blocks and never throws
    /// @throws java.io.UncheckedIOException if the line is not there, or is taken
    InputLine input(int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener);

    /// One line that we drive.
    interface OutputLine {
        /// @throws java.io.UncheckedIOException if the line could not be driven
        void drive(boolean high);

        /// The level that was driven last.
        boolean isHigh();
    }

    /// One line that others drive.
    interface InputLine {
        /// The level now, debounced.
        ///
        /// @throws java.io.UncheckedIOException if the line could not be read
        boolean isHigh();
    }

    /// Hears the changes of one line.
    interface EdgeListener {
        void onEdge(boolean high);
    }
}
