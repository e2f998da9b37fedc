package org.menfang.gate.watch;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.menfang.gate.linux.Errno;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.LinuxFile;

/// The watchdog of the board, which starts the whole machine again when it is not fed: the last
/// help where even the kernel hangs.
///
/// From the moment it is opened it wants food. Closing it as one should tells it to stop; a program
/// that ends otherwise leaves it hungry, and unless another one comes in time the machine starts
/// again.
public final class BoardWatchdog implements Watchdog, Closeable {
    /// What the watchdog of a Raspberry Pi can wait for at most, which is time enough to start the
    /// gate anew.
    public static final Duration TIMEOUT = Duration.ofSeconds(15);

    /// `WDIOC_KEEPALIVE` and `WDIOC_SETTIMEOUT` of `linux/watchdog.h`.
    private static final long KEEP_ALIVE = 0x8004_5705L;

    private static final long SET_TIMEOUT = 0xC004_5706L;

    /// What is written last stops it.
    private static final byte FAREWELL = 'V';

    private static final Logger LOG = System.getLogger(BoardWatchdog.class.getName());

    private final LinuxFile device;
    private final AtomicBoolean refused = new AtomicBoolean();
    private boolean closed;

    private BoardWatchdog(LinuxFile device) {
        this.device = device;
    }

    /// Opens it, and from now on it wants food at least this often.
    ///
    /// @throws IOException if it is not there, or somebody else feeds it; the message says what a
    ///   person can do
    public static BoardWatchdog open(Path path, Duration timeout) throws IOException {
        LinuxFile device;
        try {
            device = LinuxFile.open(path, LinuxFile.Access.WRITE);
        } catch (LinuxException e) {
            throw e.is(Errno.EBUSY)
                    ? e.advising(
                            "another program feeds it, mostly systemd: take RuntimeWatchdogSec out"
                                    + " of /etc/systemd/system.conf, or let the gate go without")
                    : e;
        }
        BoardWatchdog watchdog = new BoardWatchdog(device);
        try {
            watchdog.setTimeout(timeout);
            return watchdog;
        } catch (LinuxException e) {
            watchdog.close();
            throw e;
        }
    }

    private void setTimeout(Duration timeout) throws LinuxException {
        ByteBuffer seconds =
                ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
        seconds.putInt(0, Math.toIntExact(timeout.toSeconds()));
        try {
            device.ioctl("set the time of the watchdog", SET_TIMEOUT, seconds);
        } catch (LinuxException e) {
            if (!e.is(Errno.EOPNOTSUPP) && !e.is(Errno.ENOTTY) && !e.is(Errno.EINVAL)) {
                throw e;
            }
            // It is fed each second, which is often enough for whatever time it has.
            LOG.log(Level.WARNING, "the watchdog keeps a time of its own", e);
        }
        LOG.log(Level.INFO, "{0} starts the machine again after {1} s", device, seconds.getInt(0));
    }

    @Override
    public synchronized void feed() {
        if (closed) {
            return;
        }
        try {
            device.ioctl("feed the watchdog", KEEP_ALIVE, 0L);
        } catch (LinuxException e) {
            if (refused.compareAndSet(false, true)) {
                LOG.log(Level.ERROR, "the watchdog takes no food", e);
            }
        }
    }

    @Override
    public synchronized void close() throws LinuxException {
        if (!closed) {
            closed = true;
            device.write(ByteBuffer.allocateDirect(1).put(FAREWELL).flip());
            device.close();
        }
    }
}
