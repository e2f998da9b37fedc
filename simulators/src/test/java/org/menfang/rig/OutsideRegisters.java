package org.menfang.rig;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.menfang.gate.linux.LinuxFile;

/// The registers of a chip on the guest's I2C bus, as the outside world and the chip itself change
/// them. Written apart from what the gate reads them with.
final class OutsideRegisters implements Closeable {
    static final int BUS = 0;
    static final int LINES = 0x20;
    static final int CURRENT = 0x40;
    static final int VOLTAGES = 0x48;

    private static final long I2C_SLAVE = 0x0703;
    private static final long I2C_SMBUS = 0x0720;
    private static final int READ = 1;
    private static final int WRITE = 0;
    private static final int BYTE = 2;
    private static final int WORD = 3;

    private final LinuxFile bus;
    private final ByteBuffer exchange =
            ByteBuffer.allocateDirect(16).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer data = ByteBuffer.allocateDirect(34).order(ByteOrder.BIG_ENDIAN);

    private OutsideRegisters(LinuxFile bus) {
        this.bus = bus;
    }

    static OutsideRegisters of(int address) throws IOException {
        LinuxFile bus = LinuxFile.open(Path.of("/dev/i2c-" + BUS), LinuxFile.Access.READ_WRITE);
        bus.ioctl("choose a chip", I2C_SLAVE, address);
        return new OutsideRegisters(bus);
    }

    void setByte(int register, int value) throws IOException {
        data.put(0, (byte) value);
        exchange(WRITE, register, BYTE);
    }

    int readByte(int register) throws IOException {
        exchange(READ, register, BYTE);
        return Byte.toUnsignedInt(data.get(0));
    }

    /// Sets a register of 16 bits, whose higher byte comes first on the bus.
    void setWord(int register, int value) throws IOException {
        data.putShort(0, (short) value);
        exchange(WRITE, register, WORD);
    }

    private void exchange(int direction, int register, int size) throws IOException {
        exchange.put(0, (byte) direction);
        exchange.put(1, (byte) register);
        exchange.putInt(4, size);
        exchange.putLong(8, LinuxFile.addressOf(data));
        bus.ioctl("exchange a register", I2C_SMBUS, exchange);
    }

    @Override
    public void close() throws IOException {
        bus.close();
    }
}
