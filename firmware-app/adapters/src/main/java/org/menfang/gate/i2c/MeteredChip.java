package org.menfang.gate.i2c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.Metering;
import org.menfang.site.PinPlan;

/// A chip that measures, as a chip of inputs: which values are high is said for each line. The line
/// of a loop that is short or cut is in trouble.
final class MeteredChip implements GpioChip, Looked {
    static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private static final Logger LOG = System.getLogger(MeteredChip.class.getName());

    private final String name;
    private final Meter meter;
    private final Map<Integer, Metering> meterings;
    private final Map<Integer, Input> inputs = new TreeMap<>();
    private final Answering answering = new Answering();

    /// @param name what to call it in messages
    /// @param meterings which values are high, by line
    MeteredChip(String name, Meter meter, Map<Integer, Metering> meterings) {
        this.name = name;
        this.meter = meter;
        this.meterings = Map.copyOf(meterings);
    }

    @Override
    public OutputLine output(int line, boolean initiallyHigh) {
        throw new UncheckedIOException(new IOException(name + " only measures"));
    }

    @Override
    public synchronized InputLine input(
            int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
        Metering metering = meterings.get(line);
        if (line < 0 || line >= meter.lines() || metering == null) {
            throw new UncheckedIOException(
                    new IOException("%s has no line %d that is measured".formatted(name, line)));
        }
        if (inputs.containsKey(line)) {
            throw new UncheckedIOException(
                    new IOException("line %d of %s is taken".formatted(line, name)));
        }
        Input input = new Input(line, metering, debounce, listener);
        inputs.put(line, input);
        try {
            input.begin(meter.read(line));
        } catch (IOException e) {
            lose(e, input);
        }
        return input;
    }

    @Override
    public synchronized Duration look(long nanos) {
        Map<Integer, Integer> values = new TreeMap<>();
        try {
            for (int line : inputs.keySet()) {
                values.put(line, meter.read(line));
            }
        } catch (IOException e) {
            failed(e);
            return LOOK_EVERY;
        }
        boolean returned = answering.worked();
        values.forEach((line, value) -> {
            Input input = inputs.get(line);
            if (input != null) {
                input.see(value, nanos, returned);
            }
        });
        return LOOK_EVERY;
    }

    private void failed(IOException e) {
        if (answering.failed()) {
            LOG.log(Level.WARNING, name + " does not answer", e);
            inputs.values().forEach(input -> input.listener.onTrouble(gone()));
        }
    }

    /// It is gone at once, and all who listen know.
    private void lose(IOException e, Input asking) {
        if (answering.isGone()) {
            asking.listener.onTrouble(gone());
        }
        while (!answering.isGone()) {
            failed(e);
        }
    }

    private String gone() {
        return name + " does not answer";
    }

    /// One line. Its level is read without the lock of the chip: who listens may hold another.
    private final class Input implements InputLine {
        private final int line;
        private final LoopScale scale;
        private final Duration debounce;
        private final EdgeListener listener;
        private @Nullable Settling settling;
        private int band;
        private volatile boolean high;

        Input(int line, Metering metering, Duration debounce, EdgeListener listener) {
            this.line = line;
            scale = LoopScale.of(metering);
            this.debounce = debounce;
            this.listener = listener;
        }

        /// Nothing is known from before: what is read counts at once. A level is not told here,
        /// since whoever takes a line asks for it.
        void begin(int value) {
            band = scale.bands().of(value);
            settling = new Settling(debounce, band);
            switch (scale.state(band)) {
                case LOW -> high = false;
                case HIGH -> high = true;
                case SHORT, OPEN -> tell(value);
            }
        }

        /// @param returned whether the chip was gone until now
        void see(int value, long nanos, boolean returned) {
            Settling known = settling;
            if (returned || known == null) {
                begin(value);
                if (!scale.state(band).isTrouble()) {
                    listener.onEdge(high);
                }
                return;
            }
            band = scale.bands().after(band, value);
            if (known.see(band, nanos)) {
                tell(value);
            }
        }

        private void tell(int value) {
            switch (scale.state(band)) {
                case LOW -> change(false);
                case HIGH -> change(true);
                case SHORT -> trouble("is short", value);
                case OPEN -> trouble("is cut", value);
            }
        }

        private void change(boolean level) {
            high = level;
            listener.onEdge(level);
        }

        private void trouble(String what, int value) {
            listener.onTrouble(
                    "its loop on line %d of %s %s: %d %s"
                            .formatted(line, name, what, value, meter.unit()));
        }

        @Override
        public boolean isHigh() {
            return high;
        }
    }
}
