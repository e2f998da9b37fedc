package org.menfang.sim.device;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.menfang.gate.i2c.Registers;
import org.menfang.site.BoardChip;

/// A chip on I2C that measures, with its registers: an ADS1115 or an INA219. Whoever hangs on its
/// lines sets their values, on any thread.
final class SimulatedConverter implements Registers {
    private static final int ADS_CONVERSION = 0;
    private static final int ADS_CONFIGURATION = 1;
    private static final int ADS_READY = 0x8000;
    private static final int ADS_LINE_SHIFT = 12;
    private static final int ADS_LINE_MASK = 3;
    private static final int ADS_STEPS_IN_ONE_VOLT = 8_000;
    private static final int INA_CONFIGURATION = 0;
    private static final int INA_SHUNT_VOLTAGE = 1;
    private static final int INA_STEPS_A_MILLIAMPERE = 10;

    private final BoardChip.Kind kind;
    private final AtomicIntegerArray values;
    private int configuration;

    SimulatedConverter(BoardChip.Kind kind) {
        this.kind = kind;
        values = new AtomicIntegerArray(kind.lines());
    }

    /// @param value in millivolts or milliamperes
    void set(int line, int value) {
        values.set(line, value);
    }

    @Override
    public synchronized void writeWord(int register, int value) {
        configuration = value;
    }

    @Override
    public synchronized int readWord(int register) throws IOException {
        return switch (kind) {
            case ADS1115 ->
                    switch (register) {
                        case ADS_CONVERSION ->
                                values.get(configuration >> ADS_LINE_SHIFT & ADS_LINE_MASK)
                                        * ADS_STEPS_IN_ONE_VOLT
                                        / 1_000;
                        case ADS_CONFIGURATION -> configuration | ADS_READY;
                        default -> throw noRegister(register);
                    };
            case INA219 ->
                    switch (register) {
                        case INA_CONFIGURATION -> configuration;
                        case INA_SHUNT_VOLTAGE -> values.get(0) * INA_STEPS_A_MILLIAMPERE;
                        default -> throw noRegister(register);
                    };
            case MCP23017 -> throw noRegister(register);
        };
    }

    @Override
    public void writeByte(int register, int value) throws IOException {
        throw noRegister(register);
    }

    @Override
    public int[] readBytes(int first, int count) throws IOException {
        throw noRegister(first);
    }

    private IOException noRegister(int register) {
        return new IOException(kind + " has no register " + register);
    }

    @Override
    public void close() {}
}
