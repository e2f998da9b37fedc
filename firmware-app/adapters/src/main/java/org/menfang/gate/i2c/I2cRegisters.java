package org.menfang.gate.i2c;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.menfang.gate.linux.Errno;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.LinuxFile;
import org.menfang.site.BoardChip;

/// The registers of a chip on a bus of this machine.
final class I2cRegisters implements Registers {
    private final LinuxFile bus;
    private final ByteBuffer exchange = I2cLayout.structure(I2cLayout.EXCHANGE_BYTES);
    private final ByteBuffer data = I2cLayout.structure(I2cLayout.DATA_BYTES);

    private I2cRegisters(LinuxFile bus) {
        this.bus = bus;
    }

    /// Opens the bus that a chip hangs on. Whether the chip answers is not asked.
    ///
    /// @param devices the folder of the devices
    /// @throws IOException if there is no such bus, or a driver of the kernel has the chip
    static I2cRegisters open(Path devices, BoardChip chip) throws IOException {
        Path device = devices.resolve("i2c-" + chip.bus());
        if (!Files.exists(device)) {
            throw new IOException(
                    "there is no I2C bus %d (%s): write dtparam=i2c_arm=on into /boot/firmware/config.txt, load i2c-dev, and start the machine again"
                            .formatted(chip.bus(), device));
        }
        LinuxFile bus = LinuxFile.open(device, LinuxFile.Access.READ_WRITE);
        try {
            bus.ioctl("speak to " + describe(chip), I2cLayout.SLAVE, chip.address());
            return new I2cRegisters(bus);
        } catch (LinuxException e) {
            bus.close();
            throw e.is(Errno.EBUSY)
                    ? e.advising(
                            "a driver of the kernel has it: take its overlay out of config.txt")
                    : e;
        }
    }

    /// A chip as its datasheet and `i2cdetect` name it.
    static String describe(BoardChip chip) {
        return "%s (%s at 0x%02X on bus %d)"
                .formatted(chip.name(), chip.kind(), chip.address(), chip.bus());
    }

    @Override
    public synchronized void writeByte(int register, int value) throws LinuxException {
        data.put(0, (byte) value);
        exchange("write", register, I2cLayout.WRITE, I2cLayout.BYTE_DATA);
    }

    @Override
    public synchronized int[] readBytes(int first, int count) throws IOException {
        if (count < 1 || count > BLOCK_BYTES_MAX) {
            throw new IllegalArgumentException("no block has " + count + " bytes");
        }
        data.put(0, (byte) count);
        exchange("read", first, I2cLayout.READ, I2cLayout.I2C_BLOCK_DATA);
        if (data.get(0) != count) {
            throw new IOException("the bus gave %d of %d bytes".formatted(data.get(0), count));
        }
        int[] bytes = new int[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = Byte.toUnsignedInt(data.get(1 + i));
        }
        return bytes;
    }

    @Override
    public synchronized void writeWord(int register, int value) throws LinuxException {
        data.putShort(0, Short.reverseBytes((short) value));
        exchange("write", register, I2cLayout.WRITE, I2cLayout.WORD_DATA);
    }

    /// On SMBus the lower byte of a word comes first; these chips send the higher one first.
    @Override
    public synchronized int readWord(int register) throws LinuxException {
        exchange("read", register, I2cLayout.READ, I2cLayout.WORD_DATA);
        return Short.toUnsignedInt(Short.reverseBytes(data.getShort(0)));
    }

    private void exchange(String what, int register, int direction, int size)
            throws LinuxException {
        exchange.put(0, (byte) direction);
        exchange.put(I2cLayout.EXCHANGE_REGISTER_AT, (byte) register);
        exchange.putInt(I2cLayout.EXCHANGE_SIZE_AT, size);
        exchange.putLong(I2cLayout.EXCHANGE_DATA_AT, LinuxFile.addressOf(data));
        bus.ioctl("%s register 0x%02X".formatted(what, register), I2cLayout.SMBUS, exchange);
    }

    @Override
    public synchronized void close() throws LinuxException {
        bus.close();
    }
}
