package org.menfang.gate.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.site.PinPlan;

/// A chip that a test plays with: it writes down what is done to it, and sets inputs as it is told.
public final class InMemoryGpioChip implements GpioChip {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable whenDriven = () -> {};
    private final Map<Integer, Output> outputs = new TreeMap<>();
    private final Map<Integer, Input> inputs = new TreeMap<>();
    private final Map<Integer, TimedEdgeListener> timed = new TreeMap<>();
    private final Map<Integer, String> troubles = new TreeMap<>();

    /// Sets the level of a line before anybody takes it, or afterwards.
    public void set(int line, boolean high) {
        Input input = inputs.computeIfAbsent(line, _ -> new Input());
        boolean changed = input.high != high;
        input.high = high;
        if (changed && input.listener != null) {
            input.listener.onEdge(high);
        }
    }

    /// Sets the level of a line, and the edge is lost.
    public void setUnheard(int line, boolean high) {
        found(inputs, line).high = high;
    }

    /// Tells the listener of an edge, whether there was one or not.
    public void strike(int line, boolean high) {
        EdgeListener listener = found(inputs, line).listener;
        if (listener == null) {
            throw new IllegalStateException("nobody listens to line " + line);
        }
        listener.onEdge(high);
    }

    /// Lets a line be in trouble from the moment that it is taken.
    public void troubleWhenTaken(int line, String why) {
        troubles.put(line, why);
    }

    /// Tells the listener that a line says nothing any more.
    public void trouble(int line, String why) {
        EdgeListener listener = found(inputs, line).listener;
        if (listener == null) {
            throw new IllegalStateException("nobody listens to line " + line);
        }
        listener.onTrouble(why);
    }

    /// Lets a line that is listened to with its time fall for a moment.
    public void pulse(int line, long nanos) {
        found(timed, line).onEdge(line, false, nanos);
    }

    /// Tells whoever listens to a line with its time that edges were lost.
    public void lose(int line, long edges) {
        found(timed, line).onLost(edges);
    }

    /// Tells somebody from now on that an output changed its level.
    public void whenDriven(Runnable listener) {
        whenDriven = listener;
    }

    /// From now on a line refuses to be driven, or no longer.
    public void fail(int line, boolean broken) {
        found(outputs, line).broken = broken;
    }

    public boolean isDrivenHigh(int line) {
        return found(outputs, line).isHigh();
    }

    /// What was done, in order: `17 taken low`, `17 high`.
    public List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public OutputLine output(int line, boolean initiallyHigh) {
        if (outputs.containsKey(line)) {
            throw new UncheckedIOException(new IOException("line " + line + " is taken"));
        }
        Output output = new Output(line, initiallyHigh);
        outputs.put(line, output);
        log.add(line + " taken " + (initiallyHigh ? "high" : "low"));
        return output;
    }

    @Override
    public InputLine input(int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
        Input input = inputs.computeIfAbsent(line, _ -> new Input());
        if (input.listener != null) {
            throw new UncheckedIOException(new IOException("line " + line + " is taken"));
        }
        input.listener = listener;
        String trouble = troubles.get(line);
        if (trouble != null) {
            listener.onTrouble(trouble);
        }
        log.add(line + " read pull=" + pull + " debounce=" + debounce);
        return input;
    }

    @Override
    public TimedLines timed(List<Integer> lines, PinPlan.Pull pull, TimedEdgeListener listener) {
        for (int line : lines) {
            if (inputs.containsKey(line) || timed.containsKey(line)) {
                throw new UncheckedIOException(new IOException("line " + line + " is taken"));
            }
        }
        lines.forEach(line -> timed.put(line, listener));
        log.add(lines + " timed pull=" + pull);
        return line -> true;
    }

    private static <T> T found(Map<Integer, T> lines, int line) {
        T found = lines.get(line);
        if (found == null) {
            throw new IllegalStateException("line " + line + " is not taken");
        }
        return found;
    }

    private final class Output implements OutputLine {
        private final int line;
        private boolean high;
        private boolean broken;

        Output(int line, boolean high) {
            this.line = line;
            this.high = high;
        }

        @Override
        public void drive(boolean newLevel) {
            if (broken) {
                throw new UncheckedIOException(new IOException("line " + line + " is broken"));
            }
            if (newLevel != high) {
                log.add(line + (newLevel ? " high" : " low"));
                whenDriven.run();
            }
            high = newLevel;
        }

        @Override
        public boolean isHigh() {
            return high;
        }
    }

    private static final class Input implements InputLine {
        private boolean high;
        private @Nullable EdgeListener listener;

        @Override
        public boolean isHigh() {
            return high;
        }
    }
}
