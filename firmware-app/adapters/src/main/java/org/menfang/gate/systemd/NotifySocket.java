package org.menfang.gate.systemd;

import java.io.Closeable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.UnixDatagrams;
import org.menfang.gate.watch.Watchdog;

/// Tells the service manager how the program is, if one started it and wants to hear of it
/// (`sd_notify`).
///
/// It is a watchdog as well: a service with `WatchdogSec=` that is not heard of for that long is
/// killed and started again. What cannot be told is logged once, and the gate goes on: it is the
/// manager that decides what silence means.
public final class NotifySocket implements Watchdog, Closeable {
    /// The longest text of a state.
    static final int STATUS_CHARS_MAX = 200;

    private static final Logger LOG = System.getLogger(NotifySocket.class.getName());

    private final @Nullable String address;
    private final @Nullable UnixDatagrams socket;
    private final boolean watches;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean silent = new AtomicBoolean();

    private NotifySocket(
            @Nullable String address, @Nullable UnixDatagrams socket, boolean watches) {
        this.address = address;
        this.socket = socket;
        this.watches = watches;
    }

    /// The one that this environment tells of; one that nothing is told to if it tells of none.
    ///
    /// @param processId this program, since what stands there may be meant for another one
    public static NotifySocket of(Map<String, String> environment, long processId) {
        String address = environment.get("NOTIFY_SOCKET");
        if (address == null || address.isEmpty()) {
            return new NotifySocket(null, null, false);
        }
        try {
            return new NotifySocket(
                    address, UnixDatagrams.open(), isWatched(environment, processId));
        } catch (LinuxException e) {
            LOG.log(Level.WARNING, "the service manager cannot be told anything", e);
            return new NotifySocket(null, null, false);
        }
    }

    private static boolean isWatched(Map<String, String> environment, long processId) {
        String watched = environment.get("WATCHDOG_PID");
        return environment.containsKey("WATCHDOG_USEC")
                && (watched == null || watched.equals(Long.toString(processId)));
    }

    /// The program does what it is there for. Only the first call tells it; it may be made often.
    public void ready(String status) {
        if (!ready.get() && ready.compareAndSet(false, true)) {
            send("READY=1\nSTATUS=" + line(status));
        }
    }

    /// What a person sees who asks how the service stands.
    public void status(String status) {
        send("STATUS=" + line(status));
    }

    /// The program is about to end.
    public void stopping(String status) {
        send("STOPPING=1\nSTATUS=" + line(status));
    }

    @Override
    public void feed() {
        if (watches) {
            send("WATCHDOG=1");
        }
    }

    private void send(String message) {
        if (address == null || socket == null) {
            return;
        }
        try {
            socket.send(address, message);
            silent.set(false);
        } catch (LinuxException e) {
            if (silent.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "the service manager does not hear", e);
            }
        }
    }

    /// A line of its own in a message that has one a fact.
    private static String line(String text) {
        String flat = text.replace('\n', ' ');
        return flat.substring(0, Math.min(flat.length(), STATUS_CHARS_MAX));
    }

    @Override
    public void close() throws LinuxException {
        if (socket != null) {
            socket.close();
        }
    }
}
