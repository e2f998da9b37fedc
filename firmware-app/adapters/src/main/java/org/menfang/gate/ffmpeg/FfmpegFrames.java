package org.menfang.gate.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.Frame;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.vocabulary.CameraId;

/// The frames of one camera that is reached by network or file.
///
/// One `ffmpeg` process decodes the stream. Its exit status says little, since it ends with 0 on a
/// dead stream and hangs on a silent one; so the age of the last frame is watched, and a process
/// without a new frame is killed. Whatever ends it, another is started after a while: soon at
/// first, seldom in the end, soon again once a frame came.
public final class FfmpegFrames implements FrameSource, AutoCloseable {
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final String program;
    private final String source;
    private final Limits limits;
    private final Thread reader;
    private final CountDownLatch closed = new CountDownLatch(1);

    private @Nullable FfmpegProcess process;
    private byte[] latest = new byte[0];
    private byte[] handedOut = new byte[0];
    private int width;
    private int height;
    private long arrivedNanos;
    private boolean arrived;
    private long newsCount;
    private String why = "no picture yet";

    /// How patient it is.
    ///
    /// @param frameAgeMax how old the newest frame may be; older, the process counts as hung
    /// @param restartMin how long to wait before the first new start
    /// @param restartMax how long to wait at most, after many starts in vain
    public record Limits(Duration frameAgeMax, Duration restartMin, Duration restartMax) {
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(60));
    }

    private FfmpegFrames(CameraId camera, String program, String source, Limits limits) {
        this.program = program;
        this.source = source;
        this.limits = limits;
        this.reader = Thread.ofPlatform().name("ffmpeg-" + camera).daemon().unstarted(this::run);
    }

    /// Begins to read a camera. It never fails: that nothing comes is said by {@link #newest()}.
    ///
    /// @param program the name or path of `ffmpeg`
    /// @param source where the picture comes from, as in the site file
    public static FfmpegFrames open(CameraId camera, String program, String source, Limits limits) {
        FfmpegFrames frames = new FfmpegFrames(camera, program, source, limits);
        frames.reader.start();
        return frames;
    }

    /// Whether such an address is one for `ffmpeg`.
    public static boolean canRead(String source) {
        return FfmpegCommand.canRead(source);
    }

    @Override
    public synchronized Frame newest() throws IOException {
        if (!arrived || age().compareTo(limits.frameAgeMax()) > 0) {
            throw new IOException(why);
        }
        if (handedOut.length != latest.length) {
            handedOut = new byte[latest.length];
        }
        for (int at = 0; at < latest.length; at += 3) {
            handedOut[at] = latest[at + 2];
            handedOut[at + 1] = latest[at + 1];
            handedOut[at + 2] = latest[at];
        }
        return new Frame(width, height, ByteBuffer.wrap(handedOut));
    }

    /// Waits until a frame came, or it is known why none does.
    ///
    /// @param seen how much of that was seen already
    /// @return how much there was now
    synchronized long awaitNews(long seen) throws InterruptedException {
        while (newsCount <= seen) {
            wait();
        }
        return newsCount;
    }

    /// Ends the process and waits until it is gone.
    @Override
    public void close() {
        closed.countDown();
        synchronized (this) {
            if (process != null) {
                process.kill();
            }
        }
        try {
            reader.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int startsInVain = 0;
        try {
            do {
                boolean cameAnything = readOnce();
                startsInVain = cameAnything ? 0 : startsInVain + 1;
            } while (!closed.await(restartDelay(startsInVain).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Runs one process to its end and tells whether any frame came.
    private boolean readOnce() throws InterruptedException {
        FfmpegProcess running;
        try {
            running = start();
        } catch (IOException e) {
            tell("ffmpeg cannot be started: " + e.getMessage());
            return false;
        }
        if (running == null) {
            return false;
        }
        String end = "the stream ended";
        boolean cameAnything = false;
        try {
            PpmReader pictures = new PpmReader(running.output());
            while (pictures.next()) {
                running.frameCame();
                take(pictures);
                cameAnything = true;
            }
        } catch (PpmReader.GarbledStream e) {
            end = "the stream is garbled: " + e.getMessage();
        } catch (IOException e) {
            end = "the stream broke off";
        }
        tell(running.end().orElse(end));
        return cameAnything;
    }

    private synchronized @Nullable FfmpegProcess start() throws IOException {
        if (closed.getCount() == 0) {
            return null;
        }
        process = FfmpegProcess.start(FfmpegCommand.of(program, source), limits.frameAgeMax());
        return process;
    }

    private synchronized void take(PpmReader pictures) {
        latest = pictures.exchange(latest);
        width = pictures.width();
        height = pictures.height();
        arrivedNanos = System.nanoTime();
        arrived = true;
        newsCount++;
        notifyAll();
    }

    private synchronized void tell(String newWhy) {
        why = newWhy;
        newsCount++;
        notifyAll();
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - arrivedNanos);
    }

    private Duration restartDelay(int startsInVain) {
        Duration delay = limits.restartMin();
        for (int start = 1; start < startsInVain; start++) {
            delay = delay.multipliedBy(2);
            if (delay.compareTo(limits.restartMax()) >= 0) {
                return limits.restartMax();
            }
        }
        return delay;
    }
}
