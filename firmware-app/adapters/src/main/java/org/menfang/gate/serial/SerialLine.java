package org.menfang.gate.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.menfang.gate.hardware.ByteLine;

/// A serial device: RS-485 or RS-232 at an UART or behind USB. 8 bits, no parity, one stop bit, no
/// flow control, nothing changed on its way.
public final class SerialLine implements ByteLine {
    private static final int DATA_BITS = 8;

    /// After so long a waiting read looks whether it was closed.
    private static final Duration SLICE = Duration.ofMillis(100);

    /// A device that takes bytes so much slower than its speed is gone.
    private static final Duration WRITE_WAIT_MAX = Duration.ofSeconds(5);

    private final Path device;
    private final SerialPort port;
    private volatile boolean closed;

    private SerialLine(Path device, SerialPort port) {
        this.device = device;
        this.port = port;
    }

    /// Opens a device for this program alone.
    ///
    /// @param baud its speed, bits a second
    /// @throws IOException if it is not there or not to be had; the message says what a person can
    ///   do
    public static SerialLine open(Path device, int baud) throws IOException {
        if (!Files.exists(device)) {
            throw new IOException(device + " is not there: is it plugged in?");
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            throw new IOException(
                    device + " may not be used: add the user to the group of the device");
        }
        SerialPort port = port(device);
        port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        setTimeouts(port, SLICE);
        if (!port.openPort()) {
            throw new IOException(
                    device
                            + " cannot be opened: does another program use it? (error "
                            + port.getLastErrorCode()
                            + ")");
        }
        return new SerialLine(device, port);
    }

    private static SerialPort port(Path device) throws IOException {
        try {
            return SerialPort.getCommPort(device.toString());
        } catch (SerialPortInvalidPortException e) {
            throw new IOException(device + " is no serial device", e);
        }
    }

    @Override
    public int read(byte[] into, Duration wait) throws IOException {
        long until = System.nanoTime() + wait.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(until - System.nanoTime(), 0));
            int count = readOnce(into, left.compareTo(SLICE) < 0 ? left : SLICE);
            if (count > 0 || left.isZero()) {
                return count;
            }
        }
    }

    private int readOnce(byte[] into, Duration wait) throws IOException {
        setTimeouts(port, wait);
        int count = closed ? -1 : port.readBytes(into, into.length);
        if (count < 0 || closed || !port.isOpen() || (count == 0 && !Files.exists(device))) {
            throw new IOException(device + " is gone");
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int written = closed ? -1 : port.writeBytes(bytes, bytes.length);
        if (written != bytes.length) {
            throw new IOException(device + " is gone: it took " + written + " of " + bytes.length);
        }
    }

    /// A wait of nothing is the shortest there is: to jSerialComm, 0 means for ever.
    private static void setTimeouts(SerialPort port, Duration wait) {
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING,
                (int) Math.max(1, wait.toMillis()),
                (int) WRITE_WAIT_MAX.toMillis());
    }

    @Override
    public void close() {
        closed = true;
        port.closePort();
    }

    @Override
    public String toString() {
        return device.toString();
    }
}
