package org.menfang.sim.osdp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;

/// A line of simulated readers at a pair of byte streams: a serial port, a pseudo-terminal, a
/// connection. It lives until its streams end or it is closed.
public final class LiveOsdpLine implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveOsdpLine.class.getName());
    private static final int BUFFER_BYTES = 2_048;

    private final SimulatedOsdpLine line;
    private final InputStream in;
    private final OutputStream out;
    private final Supplier<MonotonicTime> clock;
    private final DelayQueue<Waiting> waiting = new DelayQueue<>();
    private final Thread reader;
    private final Thread writer;
    private volatile boolean closed;

    private LiveOsdpLine(
            SimulatedOsdpLine line,
            InputStream in,
            OutputStream out,
            Supplier<MonotonicTime> clock) {
        this.line = line;
        this.in = in;
        this.out = out;
        this.clock = clock;
        this.reader = Thread.ofPlatform().daemon().name("osdp-readers-hear").unstarted(this::hear);
        this.writer = Thread.ofPlatform().daemon().name("osdp-readers-say").unstarted(this::say);
    }

    /// @param clock the clock of the line and of its readers, in real time
    public static LiveOsdpLine start(
            SimulatedOsdpLine line,
            InputStream in,
            OutputStream out,
            Supplier<MonotonicTime> clock) {
        LiveOsdpLine live = new LiveOsdpLine(line, in, out, clock);
        live.reader.start();
        live.writer.start();
        return live;
    }

    /// A clock that begins now.
    public static Supplier<MonotonicTime> clock() {
        long started = System.nanoTime();
        return () -> new MonotonicTime(System.nanoTime() - started);
    }

    /// Whether its streams have not ended.
    public boolean isOpen() {
        return reader.isAlive();
    }

    /// Returns when the streams have ended.
    public void awaitEnd() throws InterruptedException {
        reader.join();
    }

    /// A read that waits for bytes ends with the other side of the streams.
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            in.close();
            out.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the line had ended already", e);
        }
    }

    private void hear() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            int count = in.read(buffer);
            while (count >= 0) {
                List<SimulatedOsdpLine.Sent> sent = line.hear(Arrays.copyOf(buffer, count));
                sent.forEach(each -> waiting.add(new Waiting(each)));
                count = in.read(buffer);
            }
        } catch (IOException e) {
            tellEnd(e);
        }
        writer.interrupt();
    }

    private void say() {
        try {
            while (!closed) {
                out.write(waiting.take().sent.bytes());
                out.flush();
            }
        } catch (IOException e) {
            tellEnd(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellEnd(IOException e) {
        if (!closed) {
            LOG.log(System.Logger.Level.INFO, "the line has ended: " + e.getMessage());
        }
    }

    /// A reply that is on its way.
    private final class Waiting implements Delayed {
        private final SimulatedOsdpLine.Sent sent;

        Waiting(SimulatedOsdpLine.Sent sent) {
            this.sent = sent;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(clock.get().until(sent.at()));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
