package org.menfang.gate.wiegand;

import java.time.Duration;

/// Does things on one thread, at once or in a while. Nothing is done after it is closed.
interface Later extends AutoCloseable {
    void after(Duration delay, Runnable act);

    /// The time that {@link #after} goes by, on the scale of {@link System#nanoTime}.
    long nanos();

    /// Whether it still does what it is given.
    boolean isLive();

    @Override
    void close();

    /// A small thread of its own.
    static Later thread(String name) {
        return new LaterThread(name);
    }
}
