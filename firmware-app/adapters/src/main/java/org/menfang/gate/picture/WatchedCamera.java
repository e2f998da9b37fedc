package org.menfang.gate.picture;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.Moment;
import org.menfang.gate.hardware.Frame;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;

/// One camera with the thread that looks at it: every now and then to see whether it works, and
/// whenever a picture is asked for.
final class WatchedCamera implements AutoCloseable {
    /// How many pictures may be asked for before the first is taken.
    static final int REQUESTS_MAX = 32;

    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
    private static final DateTimeFormatter BANNER_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final CameraId camera;
    private final FrameSource source;
    private final ZoneId zone;
    private final WatchedCameras.Shared shared;
    private final CameraHealth health;
    private final BlockingQueue<PictureId> requests = new ArrayBlockingQueue<>(REQUESTS_MAX);
    private final Thread worker;

    WatchedCamera(CameraId camera, FrameSource source, ZoneId zone, WatchedCameras.Shared shared) {
        this.camera = camera;
        this.source = source;
        this.zone = zone;
        this.shared = shared;
        this.health = new CameraHealth(camera, now());
        this.worker = Thread.ofPlatform().name("camera-" + camera).daemon().unstarted(this::run);
    }

    void start() {
        worker.start();
    }

    /// Asks for a picture; it never blocks.
    void take(PictureId picture) {
        if (!requests.offer(picture)) {
            fail(picture, "too many pictures are waiting");
        }
    }

    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look(requests.poll(shared.lookEvery().toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        for (PictureId left = requests.poll(); left != null; left = requests.poll()) {
            fail(left, "the camera was closed");
        }
    }

    /// Looks once, and keeps what it sees if a picture was asked for.
    private void look(@Nullable PictureId picture) {
        try {
            Frame frame = source.newest();
            health.sawPicture(now(), fingerprint(frame)).ifPresent(shared.inbox()::offer);
            if (picture != null) {
                keep(picture, frame);
            }
        } catch (IOException | RuntimeException e) {
            // A source is the hardware's: whatever it throws loses its camera, and never the gate.
            String why = e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString();
            health.sawNothing(now(), why).ifPresent(shared.inbox()::offer);
            if (picture != null) {
                fail(picture, why);
            }
        }
    }

    private void keep(PictureId picture, Frame frame) {
        if (health.isFrozen(now())) {
            fail(picture, CameraHealth.FROZEN);
            return;
        }
        try {
            byte[] jpeg = shared.stills().make(frame, banner(shared.time().now()));
            Sha256 digest = shared.folder().store(jpeg);
            shared.inbox().offer(new Input.PictureArrived(picture, camera, digest, jpeg.length));
            shared.upload().stored(digest);
        } catch (IOException e) {
            fail(picture, "it could not be kept: " + e.getMessage());
        }
    }

    private String banner(Moment now) {
        String time = BANNER_TIME.format(now.wall().atZone(zone));
        return time + (now.isTrusted() ? "  " : " (clock not set)  ") + camera;
    }

    private static long fingerprint(Frame frame) {
        CRC32 sum = new CRC32();
        sum.update(frame.pixels().duplicate());
        return sum.getValue();
    }

    private void fail(PictureId picture, String why) {
        shared.inbox().offer(new Input.PictureFailed(picture, camera, why));
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }
}
