package org.menfang.gate.signs;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.PinPlan;

/// A chip whose lines can be looked at by others than those who hold them. It adds nothing to what
/// happens on a line.
public final class ObservedChip implements GpioChip {
    private final String name;
    private final GpioChip chip;
    private final Map<Integer, Held> held = new ConcurrentSkipListMap<>();

    private final Map<Integer, String> troubles = new ConcurrentHashMap<>();

    private record Held(boolean output, BooleanSupplier high) {}

    /// Remembers why a line says nothing.
    private final class Troubles implements EdgeListener {
        private final int line;
        private final EdgeListener to;

        Troubles(int line, EdgeListener to) {
            this.line = line;
            this.to = to;
        }

        @Override
        public void onEdge(boolean high) {
            troubles.remove(line);
            to.onEdge(high);
        }

        @Override
        public void onTrouble(String why) {
            troubles.put(line, why);
            to.onTrouble(why);
        }
    }

    /// @param name as the wiring table has it
    public ObservedChip(String name, GpioChip chip) {
        this.name = name;
        this.chip = chip;
    }

    @Override
    public OutputLine output(int line, boolean initiallyHigh) {
        OutputLine taken = chip.output(line, initiallyHigh);
        held.put(line, new Held(true, taken::isHigh));
        return taken;
    }

    @Override
    public InputLine input(int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
        InputLine taken = chip.input(line, pull, debounce, new Troubles(line, listener));
        held.put(line, new Held(false, taken::isHigh));
        return taken;
    }

    @Override
    public TimedLines timed(List<Integer> lines, PinPlan.Pull pull, TimedEdgeListener listener) {
        TimedLines taken = chip.timed(lines, pull, listener);
        lines.forEach(line -> held.put(line, new Held(false, () -> taken.isHigh(line))));
        return taken;
    }

    /// Every line that is held, by its number.
    public List<LineSigns> signs() {
        List<LineSigns> all = new ArrayList<>();
        held.forEach((line, each) -> all.add(signs(line, each)));
        return all;
    }

    private LineSigns signs(int line, Held each) {
        String trouble = troubles.get(line);
        if (trouble != null) {
            return new LineSigns(name, line, each.output(), null, trouble);
        }
        try {
            return new LineSigns(name, line, each.output(), each.high().getAsBoolean(), "");
        } catch (UncheckedIOException e) {
            String why = String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
            return new LineSigns(name, line, each.output(), null, why);
        }
    }
}
