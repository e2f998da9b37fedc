package org.menfang.gate.hardware;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.ReaderId;

/// A reader that may be unplugged and come back: a thread that opens its device, listens until it
/// is gone, and tries again. Each going and coming back is told once.
public final class PluggedReader implements AutoCloseable {
    /// After so long a device that is gone is looked for again.
    public static final Duration AGAIN = Duration.ofSeconds(2);

    private final ReaderId reader;
    private final Device device;
    private final Duration again;
    private final ReaderListener listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Session open;
    private boolean failed;

    /// What is plugged in.
    public interface Device {
        /// @throws IOException if it is not there; the message says what a person can do
        Session open() throws IOException;
    }

    /// One time that a device is there.
    public interface Session {
        /// Listens until the device is gone or this is closed.
        ///
        /// @throws IOException once it is; the message says why
        void listen() throws IOException;

        /// Ends the listening, from any thread.
        void close();
    }

    private PluggedReader(ReaderId reader, Device device, Duration again, ReaderListener listener) {
        this.reader = reader;
        this.device = device;
        this.again = again;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name("reader-" + reader).unstarted(this::run);
    }

    /// @param again after how long a device that is gone is looked for again
    public static PluggedReader start(
            ReaderId reader, Device device, Duration again, ReaderListener listener) {
        PluggedReader plugged = new PluggedReader(reader, device, again, listener);
        plugged.thread.start();
        return plugged;
    }

    /// Whether it is listened to or looked for.
    public boolean isLive() {
        return thread.isAlive();
    }

    private void run() {
        while (!isClosing()) {
            try {
                listen(device.open());
            } catch (IOException e) {
                fail(String.valueOf(e.getMessage()));
            }
            pause();
        }
    }

    private void listen(Session session) throws IOException {
        try {
            if (begin(session)) {
                recover();
                session.listen();
            }
        } finally {
            session.close();
        }
    }

    private synchronized boolean begin(Session session) {
        open = session;
        return !isClosing();
    }

    private void fail(String why) {
        if (!failed && !isClosing()) {
            failed = true;
            listener.onFailed(reader, why);
        }
    }

    private void recover() {
        if (failed) {
            failed = false;
            listener.onRecovered(reader);
        }
    }

    private void pause() {
        try {
            boolean _ = closing.await(again.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        Session session;
        synchronized (this) {
            session = open;
        }
        if (session != null) {
            session.close();
        }
    }
}
