package org.menfang.gate.i2c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.PinPlan;

/// 16 more lines: the MCP23017 of Microchip (datasheet DS20001952).
///
/// At each look all registers are read in one exchange. If one that we set is not as we set it, the
/// chip lost its supply for a moment: everything is set again, levels of outputs before their
/// direction, and nothing is believed of that look. A chip that does not answer is no reason not to
/// start: its inputs are in trouble and its outputs fail until it does.
///
/// A line that nobody took is an input without a resistor, as after power comes on. An output keeps
/// its level when the gate dies; whoever needs a safe state then pulses the output.
final class Mcp23017 implements GpioChip, Looked {
    static final int LINES = 16;

    static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /// While a change of an input waits to count.
    static final Duration LOOK_EVERY_RESTLESS = Duration.ofMillis(5);

    /// Where the interrupt line tells of changes.
    static final Duration LOOK_EVERY_WITH_INTERRUPT = Duration.ofSeconds(1);

    // The first of each pair is for lines 0 to 7, the second for lines 8 to 15.
    static final int DIRECTION = 0x00;
    static final int INVERSION = 0x02;
    static final int INTERRUPT_ON = 0x04;
    static final int INTERRUPT_CONTROL = 0x08;
    static final int SETTINGS = 0x0A;
    static final int PULL_UP = 0x0C;
    static final int LEVELS = 0x12;
    static final int LATCH = 0x14;
    static final int REGISTERS = 0x16;

    /// Both halves pull the same interrupt line, as an open drain.
    static final int SETTINGS_VALUE = 0x44;

    private static final int ALL = 0xFF;
    private static final int[] SET_PAIRS = {
        LATCH, PULL_UP, INVERSION, INTERRUPT_CONTROL, SETTINGS, INTERRUPT_ON, DIRECTION
    };
    private static final Logger LOG = System.getLogger(Mcp23017.class.getName());

    private final String name;
    private final Registers registers;
    private final boolean interrupts;
    private final int[] wanted = new int[REGISTERS];
    private final Map<Integer, Input> inputs = new TreeMap<>();
    private final Map<Integer, Output> outputs = new TreeMap<>();
    private final Answering answering = new Answering();

    /// @param name what to call it in messages
    /// @param interrupts whether somebody has it looked at when its interrupt line falls
    Mcp23017(String name, Registers registers, boolean interrupts) {
        this.name = name;
        this.registers = registers;
        this.interrupts = interrupts;
        setBoth(DIRECTION, ALL);
        setBoth(SETTINGS, SETTINGS_VALUE);
        begin();
    }

    private void setBoth(int pair, int value) {
        wanted[pair] = value;
        wanted[pair + 1] = value;
    }

    /// A gate that died may have left outputs: they end before anything else is written, so that
    /// none of them carries a level that nobody asked for.
    private synchronized void begin() {
        try {
            write(DIRECTION);
            write(DIRECTION + 1);
            setAll();
        } catch (IOException e) {
            lose(e);
        }
    }

    @Override
    public synchronized OutputLine output(int line, boolean initiallyHigh) {
        take(line);
        Output output = new Output(line, initiallyHigh);
        outputs.put(line, output);
        setBit(LATCH, line, initiallyHigh);
        setBit(DIRECTION, line, false);
        if (!answering.isGone()) {
            try {
                write(registerOf(LATCH, line));
                write(registerOf(DIRECTION, line));
            } catch (IOException e) {
                // It is set when the chip answers, and driving it fails until then.
                lose(e);
            }
        }
        return output;
    }

    @Override
    public synchronized InputLine input(
            int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
        take(line);
        if (pull == PinPlan.Pull.DOWN) {
            throw new UncheckedIOException(
                    new IOException(
                            "line %d of %s cannot be pulled down by the chip"
                                    .formatted(line, name)));
        }
        setBit(PULL_UP, line, pull == PinPlan.Pull.UP);
        setBit(INTERRUPT_ON, line, interrupts);
        Input input = new Input(debounce, listener);
        inputs.put(line, input);
        if (answering.isGone()) {
            listener.onTrouble(gone());
            return input;
        }
        try {
            write(registerOf(PULL_UP, line));
            write(registerOf(INTERRUPT_ON, line));
            input.begin(isHigh(registers.readBytes(0, REGISTERS), line));
        } catch (IOException e) {
            lose(e);
        }
        return input;
    }

    private void take(int line) {
        if (line < 0 || line >= LINES) {
            throw new UncheckedIOException(
                    new IOException(
                            "%s has no line %d: its lines are 0 to %d"
                                    .formatted(name, line, LINES - 1)));
        }
        if (inputs.containsKey(line) || outputs.containsKey(line)) {
            throw new UncheckedIOException(
                    new IOException("line %d of %s is taken".formatted(line, name)));
        }
    }

    @Override
    public synchronized Duration look(long nanos) {
        try {
            int[] read = registers.readBytes(0, REGISTERS);
            if (!isAsSet(read)) {
                LOG.log(Level.WARNING, "{0} was reset by somebody; it is set again", name);
                setAll();
                return LOOK_EVERY_RESTLESS;
            }
            boolean returned = answering.worked();
            inputs.forEach((line, input) -> input.see(isHigh(read, line), nanos, returned));
        } catch (IOException e) {
            failed(e);
        }
        return next();
    }

    private Duration next() {
        if (inputs.values().stream().anyMatch(Input::isRestless)) {
            return LOOK_EVERY_RESTLESS;
        }
        return interrupts && answering.isWell() ? LOOK_EVERY_WITH_INTERRUPT : LOOK_EVERY;
    }

    private void failed(IOException e) {
        if (answering.failed()) {
            LOG.log(Level.WARNING, name + " does not answer", e);
            inputs.values().forEach(input -> input.listener.onTrouble(gone()));
        }
    }

    /// It is gone at once: what is set meanwhile waits until it answers.
    private void lose(IOException e) {
        while (!answering.isGone()) {
            failed(e);
        }
    }

    private String gone() {
        return name + " does not answer";
    }

    /// Sets every register, what an output carries before it becomes one.
    private void setAll() throws IOException {
        for (int pair : SET_PAIRS) {
            write(pair);
            write(pair + 1);
        }
    }

    /// Writes one register, and reads whether the chip keeps it.
    private void write(int register) throws IOException {
        registers.writeByte(register, wanted[register]);
        int kept = registers.readBytes(register, 1)[0];
        if (kept != wanted[register]) {
            throw new IOException(
                    "%s does not keep what is written: register 0x%02X is 0x%02X instead of 0x%02X"
                            .formatted(name, register, kept, wanted[register]));
        }
    }

    private boolean isAsSet(int[] read) {
        return Arrays.stream(SET_PAIRS)
                .allMatch(pair -> read[pair] == wanted[pair] && read[pair + 1] == wanted[pair + 1]);
    }

    private void setBit(int pair, int line, boolean set) {
        int register = registerOf(pair, line);
        int bit = 1 << line % 8;
        wanted[register] = set ? wanted[register] | bit : wanted[register] & ~bit;
    }

    private static int registerOf(int pair, int line) {
        return pair + line / 8;
    }

    private static boolean isHigh(int[] read, int line) {
        return (read[registerOf(LEVELS, line)] >> line % 8 & 1) != 0;
    }

    private synchronized void drive(int line, boolean high) {
        setBit(LATCH, line, high);
        try {
            if (answering.isGone()) {
                throw new IOException(gone());
            }
            write(registerOf(LATCH, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Output implements OutputLine {
        private final int line;
        private volatile boolean high;

        Output(int line, boolean high) {
            this.line = line;
            this.high = high;
        }

        @Override
        public void drive(boolean level) {
            Mcp23017.this.drive(line, level);
            high = level;
        }

        @Override
        public boolean isHigh() {
            return high;
        }
    }

    /// One input. Its level is read without the lock of the chip: who listens may hold another.
    private static final class Input implements InputLine {
        private final Duration debounce;
        private final EdgeListener listener;
        private Settling settling;
        private volatile boolean high;

        Input(Duration debounce, EdgeListener listener) {
            this.debounce = debounce;
            this.listener = listener;
            settling = new Settling(debounce, 0);
        }

        void begin(boolean level) {
            settling = new Settling(debounce, level ? 1 : 0);
            high = level;
        }

        /// @param returned whether the chip was gone until now: its level counts at once
        void see(boolean level, long nanos, boolean returned) {
            if (returned) {
                begin(level);
                listener.onEdge(level);
            } else if (settling.see(level ? 1 : 0, nanos)) {
                high = level;
                listener.onEdge(level);
            }
        }

        boolean isRestless() {
            return settling.isRestless();
        }

        @Override
        public boolean isHigh() {
            return high;
        }
    }
}
