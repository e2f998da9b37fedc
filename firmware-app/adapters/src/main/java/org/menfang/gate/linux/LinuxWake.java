package org.menfang.gate.linux;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Wakes the thread that waits for a file, once and for good: it is how a reading thread is told to
/// end. It is an `eventfd` of the kernel.
public final class LinuxWake implements Closeable {
    private static final int EFD_CLOEXEC = 0x80000;

    private final LinuxFile file;

    private LinuxWake(LinuxFile file) {
        this.file = file;
    }

    public static LinuxWake open() throws LinuxException {
        int flags = EFD_CLOEXEC;
        long descriptor =
                LinuxCalls.checked(
                        "open a wake",
                        captured -> (int) LinuxCalls.EVENTFD.invokeExact(captured, 0, flags));
        return new LinuxWake(LinuxFile.of((int) descriptor, "a wake"));
    }

    /// From now on nobody who brings this along waits.
    public void wake() throws LinuxException {
        ByteBuffer one = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder());
        file.write(one.putLong(0, 1));
    }

    LinuxFile file() {
        return file;
    }

    @Override
    public void close() throws LinuxException {
        file.close();
    }
}
