package org.menfang.gate.i2c;

import java.io.IOException;

/// Measures a direct current by the voltage over a shunt of 0.1 ohm, up to 3.2 A in either
/// direction: the INA219 of Texas Instruments (datasheet SBOS448). The chip averages over 68 ms by
/// itself, so that a ripple is no change.
final class Ina219 implements Meter {
    static final int CONFIGURATION = 0;
    static final int SHUNT_VOLTAGE = 1;

    /// 32 V on the bus, 320 mV on the shunt, 128 samples of the shunt, measuring all the time.
    static final int CONFIGURED = 0x39FF;

    /// A step is 10 uV, which is a tenth of a milliampere through 0.1 ohm.
    private static final int STEPS_A_MILLIAMPERE = 10;

    private final Registers registers;

    Ina219(Registers registers) {
        this.registers = registers;
    }

    @Override
    public int lines() {
        return 1;
    }

    /// How much flows, in whichever direction.
    @Override
    public int read(int line) throws IOException {
        if (registers.readWord(CONFIGURATION) != CONFIGURED) {
            registers.writeWord(CONFIGURATION, CONFIGURED);
            if (registers.readWord(CONFIGURATION) != CONFIGURED) {
                throw new IOException("the meter does not keep what is written");
            }
        }
        return Math.abs((short) registers.readWord(SHUNT_VOLTAGE)) / STEPS_A_MILLIAMPERE;
    }

    @Override
    public String unit() {
        return "mA";
    }
}
