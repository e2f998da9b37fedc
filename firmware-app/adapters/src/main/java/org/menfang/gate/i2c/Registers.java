package org.menfang.gate.i2c;

import java.io.Closeable;
import java.io.IOException;

/// The registers of one chip. A call is one exchange on the bus, which other programs cannot come
/// into, and which fails as a whole.
public interface Registers extends Closeable {
    /// Most registers that are read at once.
    int BLOCK_BYTES_MAX = 32;

    /// Writes a register of 8 bits.
    void writeByte(int register, int value) throws IOException;

    /// Reads registers of 8 bits that follow each other.
    ///
    /// @return as many values as were asked for, each 0 to 255
    int[] readBytes(int first, int count) throws IOException;

    /// Writes a register of 16 bits, the higher byte first.
    void writeWord(int register, int value) throws IOException;

    /// Reads a register of 16 bits, the higher byte first.
    ///
    /// @return 0 to 65535
    int readWord(int register) throws IOException;

    @Override
    void close() throws IOException;
}
