package org.menfang.sim.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.sim.time.Timeline;
import org.menfang.site.PinPlan;

/// One GPIO line: the gate at one end, a device at the other.
final class SimulatedLine {
    private final int number;
    private final Timeline timeline;
    private final List<Consumer<Boolean>> devices = new ArrayList<>();
    private volatile boolean high;
    private volatile boolean driven;
    private boolean taken;
    private @Nullable Boolean restsHigh;
    private volatile @Nullable EdgeFilter filter;
    private volatile GpioChip.@Nullable TimedEdgeListener timed;

    SimulatedLine(int number, Timeline timeline) {
        this.number = number;
        this.timeline = timeline;
    }

    /// Tells a device the level that the gate drives, from now on. A line that the gate has not
    /// taken yet drives nothing.
    void onDriven(Consumer<Boolean> device) {
        devices.add(device);
    }

    /// Sets the level from the device's end.
    void set(boolean level) {
        driven = true;
        change(level);
    }

    private void change(boolean level) {
        boolean falls = high && !level;
        high = level;
        GpioChip.TimedEdgeListener hearing = timed;
        if (hearing != null && falls) {
            hearing.onEdge(number, false, timeline.now().nanos());
        }
        EdgeFilter listening = filter;
        if (listening != null) {
            listening.onLevel(level);
        }
    }

    synchronized GpioChip.OutputLine takeAsOutput(boolean initiallyHigh) {
        take();
        restsHigh = initiallyHigh;
        Output output = new Output();
        output.drive(initiallyHigh);
        return output;
    }

    synchronized GpioChip.InputLine takeAsInput(
            PinPlan.Pull pull, Duration debounce, GpioChip.EdgeListener listener) {
        take();
        if (!driven) {
            high = pull == PinPlan.Pull.UP;
        }
        EdgeFilter filtering = new EdgeFilter(timeline, debounce, high, listener);
        filter = filtering;
        return filtering::level;
    }

    /// The gate, if it listens, does not hear of the next change.
    void loseEdge() {
        EdgeFilter listening = filter;
        if (listening != null) {
            listening.loseNext();
        }
    }

    /// Its falling edges are told with their time, as they are.
    synchronized void takeAsTimed(PinPlan.Pull pull, GpioChip.TimedEdgeListener listener) {
        take();
        if (!driven) {
            high = pull == PinPlan.Pull.UP;
        }
        timed = listener;
    }

    boolean isHigh() {
        return high;
    }

    /// The gate has no power any more.
    synchronized void release() {
        taken = false;
        filter = null;
        timed = null;
        Boolean rest = restsHigh;
        if (rest != null) {
            restsHigh = null;
            high = rest;
            timeline.soon(() -> devices.forEach(device -> device.accept(rest)));
        }
    }

    private void take() {
        checkFree();
        taken = true;
    }

    /// @throws UncheckedIOException if it is taken
    synchronized void checkFree() {
        if (taken) {
            throw new UncheckedIOException(new IOException("line " + number + " is taken already"));
        }
    }

    private final class Output implements GpioChip.OutputLine {
        @Override
        public void drive(boolean level) {
            high = level;
            timeline.soon(() -> devices.forEach(device -> device.accept(level)));
        }

        @Override
        public boolean isHigh() {
            return high;
        }
    }
}
