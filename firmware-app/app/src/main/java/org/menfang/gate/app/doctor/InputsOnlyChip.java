package org.menfang.gate.app.doctor;

import java.time.Duration;
import java.util.List;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.PinPlan;

/// A chip of which only inputs can be had: whoever looks for a fault moves no lock.
record InputsOnlyChip(GpioChip chip) implements GpioChip {
    @Override
    public OutputLine output(int line, boolean initiallyHigh) {
        throw new IllegalStateException("the doctor drives no output: line " + line);
    }

    @Override
    public InputLine input(int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
        return chip.input(line, pull, debounce, listener);
    }

    @Override
    public TimedLines timed(List<Integer> lines, PinPlan.Pull pull, TimedEdgeListener listener) {
        return chip.timed(lines, pull, listener);
    }
}
