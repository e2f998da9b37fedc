package org.menfang.gate.i2c;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How the structures of `linux/i2c-dev.h` and `linux/i2c.h` lie in memory on a 64-bit machine, and
/// the numbers of the requests.
///
/// Registers are reached by the SMBus request and not by plain messages: every bus takes it (the
/// kernel makes messages of it where the bus has nothing better), and so does the kernel's bus
/// without chips, on which it is tested.
final class I2cLayout {
    /// Names the chip that the file speaks to.
    static final long SLAVE = 0x0703;

    static final long SMBUS = 0x0720;

    /// `struct i2c_smbus_ioctl_data`: read or write, command, size, data.
    static final int EXCHANGE_BYTES = 16;

    static final int EXCHANGE_REGISTER_AT = 1;
    static final int EXCHANGE_SIZE_AT = 4;
    static final int EXCHANGE_DATA_AT = 8;

    /// `union i2c_smbus_data`: a block with its length in front is the longest.
    static final int DATA_BYTES = 34;

    static final int READ = 1;
    static final int WRITE = 0;

    static final int BYTE_DATA = 2;
    static final int WORD_DATA = 3;
    static final int I2C_BLOCK_DATA = 8;

    private I2cLayout() {}

    static ByteBuffer structure(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
