package org.menfang.gate.i2c;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/// Measures the voltage of 4 lines against ground: the ADS1115 of Texas Instruments (datasheet
/// SBAS444). Each value is one conversion of its own, 860 a second at most, up to 4.096 V.
final class Ads1115 implements Meter {
    static final int LINES = 4;
    static final int CONVERSION = 0;
    static final int CONFIGURATION = 1;

    /// Begin, or in the answer: no conversion is going on.
    static final int READY = 0x8000;

    private static final int LINE_0 = 0x4000;
    private static final int LINE_SHIFT = 12;
    private static final int UP_TO_4096_MILLIVOLTS = 0x0200;
    private static final int SINGLE = 0x0100;
    private static final int FASTEST = 0x00E0;
    private static final int NO_COMPARATOR = 0x0003;

    /// A conversion takes 1.2 ms; so often, that far apart, it is asked whether it is ready.
    private static final int READY_TRIES_MAX = 20;

    private static final long READY_AGAIN_NANOS = 500_000;

    private static final int MICROVOLTS_A_STEP = 125;

    private final Registers registers;

    Ads1115(Registers registers) {
        this.registers = registers;
    }

    @Override
    public int lines() {
        return LINES;
    }

    /// The configuration that begins a conversion of a line.
    static int beginning(int line) {
        return READY
                | LINE_0
                | line << LINE_SHIFT
                | UP_TO_4096_MILLIVOLTS
                | SINGLE
                | FASTEST
                | NO_COMPARATOR;
    }

    @Override
    public int read(int line) throws IOException {
        int configuration = beginning(line);
        registers.writeWord(CONFIGURATION, configuration);
        for (int i = 0; i < READY_TRIES_MAX; i++) {
            int now = registers.readWord(CONFIGURATION);
            if ((now | READY) != configuration) {
                throw new IOException(
                        "the converter does not keep what is written: 0x%04X instead of 0x%04X"
                                .formatted(now | READY, configuration));
            }
            if ((now & READY) != 0) {
                return (short) registers.readWord(CONVERSION) * MICROVOLTS_A_STEP / 1_000;
            }
            LockSupport.parkNanos(READY_AGAIN_NANOS);
        }
        throw new IOException("the converter does not end its conversion");
    }

    @Override
    public String unit() {
        return "mV";
    }
}
