package org.menfang.sim.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.menfang.gate.hardware.ByteLine;

/// Sees each packet that a panel sends, and how long ago its reader had the one before.
final class PollWatch {
    private static final byte START = 0x53;

    private final long[] askedAt;
    private Histogram between = new Histogram(3);
    private boolean counting;

    PollWatch(int readers) {
        askedAt = new long[readers];
    }

    /// The same line, watched.
    ByteLine on(ByteLine line) {
        return new ByteLine() {
            @Override
            public int read(byte[] into, Duration wait) throws IOException {
                return line.read(into, wait);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                asked(bytes);
                line.write(bytes);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    synchronized void begin() {
        between = new Histogram(3);
        Arrays.fill(askedAt, 0);
        counting = true;
    }

    /// What was counted since it began.
    synchronized Histogram end() {
        counting = false;
        return between;
    }

    void pause(long nanos) throws InterruptedException {
        LockSupport.parkNanos(nanos);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /// The address follows the start of the packet, which may have a mark before it.
    private synchronized void asked(byte[] bytes) {
        int at = bytes[0] == START ? 1 : 2;
        int reader = bytes[at];
        if (!counting || reader < 0 || reader >= askedAt.length) {
            return;
        }
        long now = System.nanoTime();
        if (askedAt[reader] != 0) {
            between.recordValue(now - askedAt[reader]);
        }
        askedAt[reader] = now;
    }
}
