package org.menfang.sim.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.sim.time.Timeline;
import org.menfang.site.PinPlan;

/// A GPIO chip whose lines end at simulated devices.
public final class SimulatedChip implements GpioChip {
    private final List<SimulatedLine> lines;

    public SimulatedChip(Timeline timeline) {
        lines =
                IntStream.rangeClosed(0, PinPlan.LINE_MAX)
                        .mapToObj(number -> new SimulatedLine(number, timeline))
                        .toList();
    }

    /// What stands at the other end of a line.
    SimulatedLine line(int number) {
        return lines.get(number);
    }

    @Override
    public OutputLine output(int line, boolean initiallyHigh) {
        return checked(line).takeAsOutput(initiallyHigh);
    }

    @Override
    public InputLine input(int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
        return checked(line).takeAsInput(pull, debounce, listener);
    }

    /// The edges come on the thread of the timeline.
    @Override
    public TimedLines timed(List<Integer> lines, PinPlan.Pull pull, TimedEdgeListener listener) {
        if (lines.isEmpty() || new TreeSet<>(lines).size() != lines.size()) {
            throw new IllegalArgumentException("different lines are taken together: " + lines);
        }
        List<SimulatedLine> taken = lines.stream().map(this::checked).toList();
        taken.forEach(SimulatedLine::checkFree);
        taken.forEach(line -> line.takeAsTimed(pull, listener));
        return line -> checked(line).isHigh();
    }

    /// Nobody holds a line any more, and every output falls back to what it was when it was taken.
    void powerOff() {
        lines.forEach(SimulatedLine::release);
    }

    private SimulatedLine checked(int line) {
        if (line < 0 || line > PinPlan.LINE_MAX) {
            throw new UncheckedIOException(new IOException("this chip has no line " + line));
        }
        return lines.get(line);
    }
}
