package org.menfang.gate.i2c;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.gate.linux.Errno;
import org.menfang.gate.linux.LinuxException;

/// A chip that is a table of registers. A test sets them from the other side, takes the chip away,
/// and sees in what order they were written.
final class TableOfRegisters implements Registers {
    private final Map<Integer, Integer> values = new TreeMap<>();
    private final List<String> written = new ArrayList<>();
    private boolean gone;
    private boolean deaf;

    /// Sets a register, as the world outside or the chip itself does.
    void set(int register, int value) {
        values.put(register, value);
    }

    int valueOf(int register) {
        return values.getOrDefault(register, 0);
    }

    /// Takes the chip from the bus, or puts it back.
    void take(boolean away) {
        gone = away;
    }

    /// From now on the chip answers and keeps nothing.
    void deafen() {
        deaf = true;
    }

    /// What was written since this was asked last: `14=80`, in hexadecimal.
    List<String> written() {
        List<String> since = List.copyOf(written);
        written.clear();
        return since;
    }

    @Override
    public void writeByte(int register, int value) throws IOException {
        write(register, value, "%02X=%02X");
    }

    @Override
    public int[] readBytes(int first, int count) throws IOException {
        requireThere();
        int[] bytes = new int[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = valueOf(first + i);
        }
        return bytes;
    }

    @Override
    public void writeWord(int register, int value) throws IOException {
        write(register, value, "%02X=%04X");
    }

    @Override
    public int readWord(int register) throws IOException {
        requireThere();
        return valueOf(register);
    }

    private void write(int register, int value, String form) throws IOException {
        requireThere();
        written.add(form.formatted(register, value));
        if (!deaf) {
            values.put(register, value);
        }
    }

    private void requireThere() throws IOException {
        if (gone) {
            throw new LinuxException("read a register", Errno.EREMOTEIO.number());
        }
    }

    @Override
    public void close() {
        gone = true;
    }
}
