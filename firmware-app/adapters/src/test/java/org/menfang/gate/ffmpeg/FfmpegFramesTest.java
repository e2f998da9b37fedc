package org.menfang.gate.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.hardware.Frame;
import org.menfang.vocabulary.CameraId;

/// Cameras behind a real `ffmpeg`: files that it made itself, and a server that we play.
@Timeout(120)
class FfmpegFramesTest {
    private static final CameraId NORTH = new CameraId("north-cam");
    private static final FfmpegFrames.Limits HASTY =
            new FfmpegFrames.Limits(
                    Duration.ofSeconds(3), Duration.ofMillis(100), Duration.ofSeconds(1));

    @TempDir static Path folder;
    private static Path video;
    private static Path still;

    @BeforeAll
    static void makeVideo() throws Exception {
        video = folder.resolve("scene of the gate.mp4");
        ffmpeg(
                "testsrc=size=1920x1080:rate=10:duration=3",
                "-pix_fmt",
                "yuv420p",
                video.toString());
        still = folder.resolve("still.jpg");
        ffmpeg("color=c=blue:size=64x48", "-frames:v", "1", still.toString());
    }

    @Test
    void a_file_delivers_frames_that_are_made_smaller() throws Exception {
        try (FfmpegFrames frames = open("file:" + video)) {
            Frame frame = await(frames);
            assertEquals("1280 x 720", frame.width() + " x " + frame.height());
        }
    }

    @Test
    void colours_are_blue_green_red() throws Exception {
        HttpServer server = server((out, _) -> sendPictures(out, 1_000));
        try (FfmpegFrames frames = open(address(server))) {
            Frame frame = await(frames);
            assertEquals("64 x 48", frame.width() + " x " + frame.height());
            assertTrue((frame.pixels().get(0) & 0xff) > 200, "blue comes first");
            assertTrue((frame.pixels().get(2) & 0xff) < 60, "there is no red");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_file_that_is_not_there_is_named() throws Exception {
        try (FfmpegFrames frames = open("file:" + folder.resolve("none.mp4"))) {
            assertEquals(
                    "file:" + folder.resolve("none.mp4") + ": No such file or directory",
                    awaitWhy(frames, why -> why.contains("none.mp4")));
        }
    }

    @Test
    void a_file_of_noise_delivers_nothing_and_says_why() throws Exception {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        Path garbled = folder.resolve("noise.mp4");
        Files.write(garbled, noise);
        try (FfmpegFrames frames = open("file:" + garbled)) {
            String why = awaitWhy(frames, text -> !text.equals("no picture yet"));
            assertTrue(why.contains("Invalid data"), why);
        }
    }

    @Test
    void without_ffmpeg_there_is_a_clear_reason() throws Exception {
        try (FfmpegFrames frames =
                FfmpegFrames.open(NORTH, "/nowhere/ffmpeg", "file:" + video, HASTY)) {
            String why = awaitWhy(frames, text -> !text.equals("no picture yet"));
            assertTrue(why.startsWith("ffmpeg cannot be started: "), why);
        }
    }

    @Test
    void a_server_that_falls_silent_is_left_and_asked_again() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        HttpServer server =
                server((out, call) -> {
                    calls.set(call);
                    sendPictures(out, 30);
                    await(end);
                });
        try (FfmpegFrames frames = open(address(server))) {
            await(frames);
            awaitWhy(frames, why -> why.startsWith("no picture for 3 s"));
            await(frames);
            assertTrue(calls.get() >= 2, "it was asked again");
        } finally {
            end.countDown();
            server.stop(0);
        }
    }

    @Test
    void a_password_in_an_address_is_not_told() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        String source = address(server).replace("://", "://guard:secret@");
        try (FfmpegFrames frames = open(source)) {
            String why = awaitWhy(frames, text -> !text.equals("no picture yet"));
            assertTrue(why.contains("404") && !why.contains("secret"), why);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void closing_ends_the_process() throws Exception {
        FfmpegFrames frames = open("file:" + video);
        await(frames);
        List<ProcessHandle> running = ProcessHandle.current().children().toList();
        assertEquals(1, running.size());
        frames.close();
        assertTrue(running.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static FfmpegFrames open(String source) {
        return FfmpegFrames.open(NORTH, "ffmpeg", source, HASTY);
    }

    private static Frame await(FfmpegFrames frames) throws InterruptedException {
        for (long seen = 0; true; seen = frames.awaitNews(seen)) {
            try {
                return frames.newest();
            } catch (IOException e) {
                // Not yet: more news has to come.
            }
        }
    }

    private static String awaitWhy(FfmpegFrames frames, Predicate<String> wanted)
            throws InterruptedException {
        for (long seen = 0; true; seen = frames.awaitNews(seen)) {
            try {
                frames.newest();
            } catch (IOException e) {
                String why = String.valueOf(e.getMessage());
                if (wanted.test(why)) {
                    return why;
                }
            }
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private interface Stream {
        void send(OutputStream out, int call) throws IOException;
    }

    /// A camera that sends one JPEG after another, as cheap ones do.
    private static HttpServer server(Stream stream) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads =
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
        AtomicInteger calls = new AtomicInteger();
        server.setExecutor(threads);
        server.createContext(
                "/stream",
                exchange -> {
                    exchange.getResponseHeaders()
                            .set("Content-Type", "multipart/x-mixed-replace; boundary=next");
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        stream.send(out, calls.incrementAndGet());
                    }
                });
        server.start();
        return server;
    }

    private static void sendPictures(OutputStream out, int count) throws IOException {
        byte[] jpeg = Files.readAllBytes(still);
        for (int sent = 0; sent < count; sent++) {
            String header =
                    "--next\r\nContent-Type: image/jpeg\r\nContent-Length: "
                            + jpeg.length
                            + "\r\n\r\n";
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            out.write(jpeg);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/stream";
    }

    private static void ffmpeg(String scene, String... rest) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", scene));
        command.addAll(List.of(rest));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, process.waitFor());
    }
}
