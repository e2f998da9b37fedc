package org.menfang.gate.evdev;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.menfang.gate.hardware.PluggedReader;
import org.menfang.gate.hardware.TypedText;
import org.menfang.gate.linux.LinuxFile;
import org.menfang.gate.linux.LinuxWake;

/// One event device of the kernel, open.
final class EventDevice implements PluggedReader.Session {
    /// EVIOCGRAB: from now on nobody else hears its keys.
    private static final long GRAB = 0x40044590L;

    private static final int EVENTS_AT_ONCE = 64;

    private final LinuxFile file;
    private final LinuxWake wake;
    private final TypedLines lines;
    private final TypedText typed;
    private final Lock listening = new ReentrantLock();

    private EventDevice(LinuxFile file, LinuxWake wake, TypedLines lines, TypedText typed) {
        this.file = file;
        this.wake = wake;
        this.lines = lines;
        this.typed = typed;
    }

    /// Opens a device and keeps everybody else from hearing it.
    ///
    /// @throws IOException if it is not there, or somebody else has it; the message says what a
    ///   person can do
    static EventDevice open(Path device, TypedText typed) throws IOException {
        if (!Files.exists(device)) {
            throw new IOException(device + " is not there: is the reader plugged in?");
        }
        EventDevice opened = hear(device, typed);
        try {
            opened.file.ioctl("grab the keys", GRAB, 1);
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /// Opens a device without keeping others from it, which only event devices can.
    static EventDevice hear(Path device, TypedText typed) throws IOException {
        LinuxFile file = LinuxFile.open(device, LinuxFile.Access.READ);
        try {
            boolean hasKeys = typed.plan().keypad();
            return new EventDevice(file, LinuxWake.open(), new TypedLines(hasKeys), typed);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void listen() throws IOException {
        listening.lock();
        try {
            ByteBuffer events =
                    ByteBuffer.allocateDirect(EVENTS_AT_ONCE * KeyEvent.BYTES)
                            .order(ByteOrder.nativeOrder());
            while (file.awaitReadable(wake)) {
                if (file.read(events.clear()) == 0) {
                    throw new IOException(file + " is gone");
                }
                events.flip();
                while (events.remaining() >= KeyEvent.BYTES) {
                    lines.take(KeyEvent.read(events)).ifPresent(typed::tell);
                }
            }
        } finally {
            listening.unlock();
        }
    }

    /// Wakes whoever listens, and closes the device once nobody does.
    @Override
    public void close() {
        try {
            wake.wake();
            listening.lock();
            try {
                file.close();
                wake.close();
            } finally {
                listening.unlock();
            }
        } catch (IOException e) {
            // A reader that was unplugged, or that is closed twice, is closed already.
            System.getLogger(EventDevice.class.getName())
                    .log(System.Logger.Level.DEBUG, file + " was closed already", e);
        }
    }
}
