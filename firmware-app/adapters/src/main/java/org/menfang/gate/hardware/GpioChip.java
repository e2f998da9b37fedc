package org.menfang.gate.hardware;

import java.time.Duration;
import org.menfang.site.PinPlan;

/// The lines of one GPIO chip, by number. Levels are electrical: what is active is the caller's
/// business.
public interface GpioChip {
    /// Takes a line as an output that carries the given level from the first moment on.
    OutputLine output(int line, boolean initiallyHigh);

    /// Takes a line as an input.
    ///
    /// @param debounce how long the level must be still before a change counts
    /// @param listener hears every change that counts, in order, on a thread of the chip
    InputLine input(int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener);

    /// One line that we drive.
    interface OutputLine {
        void drive(boolean high);

        boolean isHigh();
    }

    /// One line that others drive.
    interface InputLine {
        boolean isHigh();
    }

    /// Hears the changes of one line.
    interface EdgeListener {
        void onEdge(boolean high);
    }
}
