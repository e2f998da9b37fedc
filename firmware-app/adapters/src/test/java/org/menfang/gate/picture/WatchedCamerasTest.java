package org.menfang.gate.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.hardware.Frame;
import org.menfang.gate.hardware.FrameSource;
import org.menfang.site.CameraPlan;
import org.menfang.site.GeographicPlace;
import org.menfang.site.Site;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;

/// Cameras that are watched, with sources that a test plays.
@Timeout(60)
class WatchedCamerasTest {
    private static final CameraId NORTH = new CameraId("north-cam");
    private static final PictureId FIRST = new PictureId(1);

    @TempDir Path folder;

    private final BlockingQueue<Input> inbox = new LinkedBlockingQueue<>();
    private final BlockingQueue<Sha256> uploads = new LinkedBlockingQueue<>();
    private TimeTrust trust = TimeTrust.TRUSTED;
    private StillMaker stills = new TextStills();
    private PictureFolder pictures;

    @BeforeEach
    void openFolder() throws IOException {
        pictures = PictureFolder.open(folder, 1_000_000);
    }

    @Test
    void a_picture_is_taken_kept_told_and_sent() throws Exception {
        try (WatchedCameras cameras = open(changing())) {
            cameras.take(FIRST, NORTH);
            Input.PictureArrived arrived = next(Input.PictureArrived.class);
            byte[] jpeg = pictures.read(arrived.digest()).orElseThrow();
            assertEquals("2 x 1 2026-11-22 21:03:07  north-cam", text(jpeg));
            assertEquals(
                    new Input.PictureArrived(FIRST, NORTH, Sha256.of(jpeg), jpeg.length), arrived);
            assertEquals(arrived.digest(), uploads.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void the_banner_says_that_the_clock_is_not_set() throws Exception {
        trust = TimeTrust.UNTRUSTED;
        try (WatchedCameras cameras = open(changing())) {
            cameras.take(FIRST, NORTH);
            Sha256 digest = next(Input.PictureArrived.class).digest();
            assertEquals(
                    "2 x 1 2026-11-22 21:03:07 (clock not set)  north-cam",
                    text(pictures.read(digest).orElseThrow()));
        }
    }

    @Test
    void a_camera_that_works_is_found_without_being_asked() throws Exception {
        try (WatchedCameras _ = open(changing())) {
            assertEquals(new Input.CameraFound(NORTH), next(Input.CameraFound.class));
        }
    }

    @Test
    void a_camera_without_a_picture_fails_with_its_reason() throws Exception {
        FrameSource missing =
                () -> {
                    throw new IOException("no cable");
                };
        try (WatchedCameras cameras = open(missing)) {
            cameras.take(FIRST, NORTH);
            assertEquals(
                    new Input.PictureFailed(FIRST, NORTH, "no cable"),
                    next(Input.PictureFailed.class));
        }
    }

    @Test
    void a_source_that_throws_loses_the_picture_and_not_the_camera() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        FrameSource moody =
                () -> {
                    if (calls.getAndIncrement() == 0) {
                        throw new IllegalStateException("driver fell over");
                    }
                    return changing().newest();
                };
        try (WatchedCameras cameras = open(moody)) {
            cameras.take(FIRST, NORTH);
            assertEquals(
                    "java.lang.IllegalStateException: driver fell over",
                    next(Input.PictureFailed.class).why());
            cameras.take(new PictureId(2), NORTH);
            assertEquals(new PictureId(2), next(Input.PictureArrived.class).picture());
        }
    }

    @Test
    void a_frame_that_makes_no_picture_fails() throws Exception {
        stills =
                new StillMaker() {
                    @Override
                    public byte[] make(Frame frame, String banner) throws IOException {
                        throw new IOException("no library");
                    }

                    @Override
                    public void close() {}
                };
        try (WatchedCameras cameras = open(changing())) {
            cameras.take(FIRST, NORTH);
            assertEquals("it could not be kept: no library", next(Input.PictureFailed.class).why());
        }
    }

    @Test
    void an_unknown_camera_fails_at_once() throws Exception {
        try (WatchedCameras cameras = open(changing())) {
            cameras.take(FIRST, new CameraId("elsewhere"));
            assertEquals("there is no such camera", next(Input.PictureFailed.class).why());
        }
    }

    @Test
    void what_is_asked_beyond_the_queue_fails_and_taking_never_blocks() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FrameSource slow =
                () -> {
                    busy.countDown();
                    await(goOn);
                    return changing().newest();
                };
        try (WatchedCameras cameras = open(slow)) {
            cameras.take(FIRST, NORTH);
            await(busy);
            for (int number = 2; number <= WatchedCamera.REQUESTS_MAX + 2; number++) {
                cameras.take(new PictureId(number), NORTH);
            }
            assertEquals(
                    new Input.PictureFailed(
                            new PictureId(WatchedCamera.REQUESTS_MAX + 2),
                            NORTH,
                            "too many pictures are waiting"),
                    next(Input.PictureFailed.class));
            goOn.countDown();
        }
    }

    @Test
    void what_waits_when_the_camera_is_closed_fails() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        FrameSource stuck =
                () -> {
                    busy.countDown();
                    await(never);
                    return changing().newest();
                };
        WatchedCameras cameras = open(stuck);
        cameras.take(FIRST, NORTH);
        await(busy);
        cameras.take(new PictureId(2), NORTH);
        cameras.close();
        assertEquals(FIRST, next(Input.PictureFailed.class).picture());
        assertEquals(
                new Input.PictureFailed(new PictureId(2), NORTH, "the camera was closed"),
                next(Input.PictureFailed.class));
    }

    private WatchedCameras open(FrameSource source) {
        return WatchedCameras.open(
                site(),
                _ -> source,
                new WatchedCameras.Shared(
                        inbox::add,
                        this::now,
                        stills,
                        pictures,
                        uploads::add,
                        Duration.ofMillis(20)));
    }

    private Moment now() {
        return new Moment(Instant.parse("2026-11-22T13:03:07Z"), MonotonicTime.START, trust);
    }

    /// The next input of a kind; others that come before are passed over.
    private <T extends Input> T next(Class<T> kind) throws InterruptedException {
        Input input = inbox.poll(30, TimeUnit.SECONDS);
        while (input != null && !kind.isInstance(input)) {
            input = inbox.poll(30, TimeUnit.SECONDS);
        }
        assertNotNull(input, "no " + kind.getSimpleName() + " came");
        return assertInstanceOf(kind, input);
    }

    private static FrameSource changing() {
        return () -> {
            byte[] pixels = new byte[6];
            ByteBuffer.wrap(pixels).putInt((int) System.nanoTime());
            return new Frame(2, 1, ByteBuffer.wrap(pixels));
        };
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String text(byte[] jpeg) {
        return new String(jpeg, StandardCharsets.US_ASCII);
    }

    private static Site site() {
        return new Site(
                new CompoundId("lane"),
                new GateId("north"),
                "北门",
                ZoneId.of("Asia/Shanghai"),
                new GeographicPlace(31.2, 121.5),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(new CameraPlan(NORTH, "北门", "simulated:north", List.of())),
                List.of(),
                null,
                List.of());
    }

    /// Makes a text instead of a picture, so that a test can read it.
    private static final class TextStills implements StillMaker {
        @Override
        public byte[] make(Frame frame, String banner) {
            String text = frame.width() + " x " + frame.height() + " " + banner;
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void close() {}
    }
}
