package org.menfang.gate.gpio;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.List;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.LinuxFile;

/// Some lines that the kernel has given us, together.
final class LineRequest implements Closeable {
    private final List<Integer> lines;
    private final LinuxFile file;

    private LineRequest(List<Integer> lines, LinuxFile file) {
        this.lines = lines;
        this.file = file;
    }

    /// What to ask the kernel for.
    ///
    /// @param consumer what others see as the holder of the lines
    /// @param flags direction, edges and bias of all lines
    /// @param events how many events the kernel keeps until they are read
    record Wish(List<Integer> lines, String consumer, long flags, int events) {
        /// The structure without any attribute.
        ByteBuffer structure() {
            ByteBuffer request = GpioLayout.structure(GpioLayout.REQUEST_BYTES);
            for (int i = 0; i < lines.size(); i++) {
                request.putInt(i * Integer.BYTES, lines.get(i));
            }
            GpioLayout.putName(request, GpioLayout.REQUEST_CONSUMER_AT, consumer);
            request.putLong(GpioLayout.REQUEST_FLAGS_AT, flags);
            request.putInt(GpioLayout.REQUEST_LINE_COUNT_AT, lines.size());
            request.putInt(GpioLayout.REQUEST_EVENTS_AT, events);
            return request;
        }
    }

    /// Takes lines as they are asked for.
    static LineRequest take(LinuxFile chip, Wish wish) throws LinuxException {
        return take(chip, wish, wish.structure());
    }

    /// Takes lines with one attribute more, which stands for all of them.
    ///
    /// @param value one bit a line, or one value for all, as the attribute has it
    static LineRequest take(LinuxFile chip, Wish wish, int attribute, long value)
            throws LinuxException {
        ByteBuffer request = wish.structure();
        int at = GpioLayout.REQUEST_ATTRIBUTES_AT;
        request.putInt(GpioLayout.REQUEST_ATTRIBUTE_COUNT_AT, 1);
        request.putInt(at, attribute);
        if (attribute == GpioLayout.ATTRIBUTE_DEBOUNCE) {
            request.putInt(at + GpioLayout.ATTRIBUTE_VALUE_AT, (int) value);
        } else {
            request.putLong(at + GpioLayout.ATTRIBUTE_VALUE_AT, value);
        }
        request.putLong(at + GpioLayout.ATTRIBUTE_MASK_AT, mask(wish.lines().size()));
        return take(chip, wish, request);
    }

    private static LineRequest take(LinuxFile chip, Wish wish, ByteBuffer request)
            throws LinuxException {
        chip.ioctl("take GPIO line " + wish.consumer(), GpioLayout.GET_LINE, request);
        int descriptor = request.getInt(GpioLayout.REQUEST_DESCRIPTOR_AT);
        return new LineRequest(wish.lines(), LinuxFile.of(descriptor, wish.consumer()));
    }

    private static long mask(int count) {
        return count == Long.SIZE ? -1 : (1L << count) - 1;
    }

    LinuxFile file() {
        return file;
    }

    /// The level of one of the lines now, debounced if that was asked for.
    synchronized boolean isHigh(int line) throws LinuxException {
        long bit = 1L << index(line);
        ByteBuffer values = GpioLayout.structure(GpioLayout.VALUES_BYTES);
        values.putLong(GpioLayout.VALUES_MASK_AT, bit);
        file.ioctl("read the line", GpioLayout.GET_VALUES, values);
        return (values.getLong(0) & bit) != 0;
    }

    /// Drives the only line.
    synchronized void drive(boolean high) throws LinuxException {
        ByteBuffer values = GpioLayout.structure(GpioLayout.VALUES_BYTES);
        values.putLong(0, high ? 1 : 0);
        values.putLong(GpioLayout.VALUES_MASK_AT, 1);
        file.ioctl("drive the line", GpioLayout.SET_VALUES, values);
    }

    private int index(int line) {
        int index = lines.indexOf(line);
        if (index < 0) {
            throw new IllegalArgumentException("line " + line + " is none of " + lines);
        }
        return index;
    }

    @Override
    public synchronized void close() throws LinuxException {
        file.close();
    }
}
