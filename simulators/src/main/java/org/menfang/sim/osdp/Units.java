package org.menfang.sim.osdp;

import java.time.Duration;

/// Numbers as they stand in the data of commands.
final class Units {
    private static final long TENTH_MILLIS = 100;

    private Units() {}

    static int number(byte[] data, int at) {
        return Byte.toUnsignedInt(data[at]);
    }

    /// Two bytes, the low one first.
    static int wide(byte[] data, int at) {
        return number(data, at) | (number(data, at + 1) << Byte.SIZE);
    }

    /// Times are told in tenths of a second.
    static Duration tenths(int count) {
        return Duration.ofMillis(count * TENTH_MILLIS);
    }
}
