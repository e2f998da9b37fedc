package org.menfang.gate.osdp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.hardware.ByteLine;

/// Moves the bytes between one line and its panel, and opens the line again when it is gone.
final class LineThread implements AutoCloseable {
    /// Most requests that wait for the line.
    private static final int REQUESTS_MAX = 256;

    private static final System.Logger LOG = System.getLogger(LineThread.class.getName());
    private static final Duration OPEN_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration WAIT_MAX = Duration.ofSeconds(1);
    private static final int READ_BYTES_MAX = 256;

    private final OsdpLine line;
    private final OsdpPanel panel;
    private final long begin = System.nanoTime();
    private final BlockingQueue<Request> requests = new ArrayBlockingQueue<>(REQUESTS_MAX);
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable ByteLine open;

    /// Something that the panel is to do, on its own thread.
    @FunctionalInterface
    interface Request {
        void ask(OsdpPanel panel, MonotonicTime now);
    }

    private LineThread(OsdpLine line, OsdpPanel panel) {
        this.line = line;
        this.panel = panel;
        this.thread = Thread.ofPlatform().daemon().name("osdp-" + line.name()).unstarted(this::run);
    }

    static LineThread start(OsdpLine line, OsdpPanel panel) {
        LineThread started = new LineThread(line, panel);
        started.thread.start();
        return started;
    }

    /// Hands a request over; whether there was room for it.
    boolean ask(Request request) {
        return requests.offer(request);
    }

    /// Whether the line is looked after. It may wait for long for a converter to answer, which is
    /// no reason to end the gate.
    boolean isLive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        ByteLine now = open;
        if (now != null) {
            now.close();
        }
        thread.interrupt();
    }

    private void run() {
        Consumer<String> told = new OnceTold(line.name());
        while (!closed) {
            try (ByteLine opened = line.opening().open()) {
                open = opened;
                told.accept("is there");
                panel.lineIsBack(now());
                serve(opened);
            } catch (IOException | RuntimeException e) {
                gone(told, e);
            } catch (InterruptedException e) {
                // It is being closed: nobody else interrupts it.
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void gone(Consumer<String> told, Exception why) {
        panel.lineIsGone();
        if (closed) {
            return;
        }
        if (why instanceof IOException) {
            told.accept("is gone: " + why.getMessage());
        } else {
            LOG.log(System.Logger.Level.ERROR, "the line " + line.name() + " begins anew", why);
        }
        MonotonicTime again = now().plus(OPEN_AGAIN_AFTER);
        try {
            while (!closed && now().isBefore(again)) {
                takeRequest(now().until(again));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(ByteLine opened) throws IOException, InterruptedException {
        byte[] bytes = new byte[READ_BYTES_MAX];
        while (!closed) {
            byte[] packet = panel.send(now()).orElse(null);
            if (packet != null) {
                opened.write(packet);
            }
            Duration wait = untilNext();
            if (panel.isWaiting()) {
                panel.received(now(), bytes, opened.read(bytes, wait));
                takeRequest(Duration.ZERO);
            } else {
                takeRequest(wait);
            }
        }
    }

    private Duration untilNext() {
        Duration wait = now().until(panel.wakeAt());
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }

    private void takeRequest(Duration wait) throws InterruptedException {
        Request request = requests.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (request != null) {
            request.ask(panel, now());
        }
    }

    private MonotonicTime now() {
        return new MonotonicTime(System.nanoTime() - begin);
    }

    /// Says how the line is, when that is another than before.
    private static final class OnceTold implements Consumer<String> {
        private final String line;
        private String last = "";

        OnceTold(String line) {
            this.line = line;
        }

        @Override
        public void accept(String what) {
            if (!what.equals(last)) {
                last = what;
                LOG.log(System.Logger.Level.INFO, "the line {0} of readers {1}", line, what);
            }
        }
    }
}
