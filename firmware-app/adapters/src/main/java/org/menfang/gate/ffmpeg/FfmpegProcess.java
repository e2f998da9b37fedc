package org.menfang.gate.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// One run of `ffmpeg`, which is killed when no frame comes for too long.
final class FfmpegProcess {
    private static final int COMPLAINT_CHARS_MAX = 1_000;
    private static final int WHY_CHARS_MAX = 160;
    private static final Pattern PASSWORD = Pattern.compile("://[^/@\\s]*@");
    private static final Duration END_WAIT = Duration.ofSeconds(1);

    private final Process process;
    private final Duration frameAgeMax;
    private final Thread watch;
    private final Thread listener;
    private final StringBuilder complaint = new StringBuilder();
    private volatile long lastFrameNanos = System.nanoTime();
    private volatile boolean silent;

    private FfmpegProcess(Process process, Duration frameAgeMax) {
        this.process = process;
        this.frameAgeMax = frameAgeMax;
        this.watch = Thread.ofPlatform().daemon().name("ffmpeg-watch").unstarted(this::watch);
        this.listener = Thread.ofPlatform().daemon().name("ffmpeg-words").unstarted(this::listen);
    }

    static FfmpegProcess start(List<String> command, Duration frameAgeMax) throws IOException {
        Process process = new ProcessBuilder(command).start();
        FfmpegProcess started = new FfmpegProcess(process, frameAgeMax);
        started.watch.start();
        started.listener.start();
        return started;
    }

    InputStream output() {
        return process.getInputStream();
    }

    void frameCame() {
        lastFrameNanos = System.nanoTime();
    }

    void kill() {
        process.destroyForcibly();
    }

    /// Ends the process if it still runs, waits until it is gone, and tells why it ended; empty
    /// where it did not complain.
    Optional<String> end() throws InterruptedException {
        // Killing it closes its standard error, so that last words would be lost.
        if (!process.waitFor(END_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        listener.join(END_WAIT);
        process.destroyForcibly();
        process.waitFor();
        watch.join();
        if (silent) {
            return Optional.of("no picture for " + frameAgeMax.toSeconds() + " s");
        }
        return lastComplaint();
    }

    private void watch() {
        try {
            while (!process.waitFor(untilTooOld().toMillis() + 1, TimeUnit.MILLISECONDS)) {
                if (!untilTooOld().isPositive()) {
                    silent = true;
                    process.destroyForcibly();
                    process.waitFor();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilTooOld() {
        return frameAgeMax.minusNanos(System.nanoTime() - lastFrameNanos);
    }

    /// Keeps the end of what the process says on its standard error.
    private void listen() {
        byte[] buffer = new byte[512];
        try (InputStream words = process.getErrorStream()) {
            for (int read = words.read(buffer); read >= 0; read = words.read(buffer)) {
                synchronized (complaint) {
                    complaint.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                    complaint.delete(0, Math.max(0, complaint.length() - COMPLAINT_CHARS_MAX));
                }
            }
        } catch (IOException e) {
            // It was killed: there are no more words, and why it was killed is known.
        }
    }

    private Optional<String> lastComplaint() {
        List<String> lines;
        synchronized (complaint) {
            lines = complaint.toString().lines().filter(line -> !line.isBlank()).toList();
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(shortened(PASSWORD.matcher(lines.getLast()).replaceAll("://")));
    }

    private static String shortened(String line) {
        return line.length() <= WHY_CHARS_MAX ? line : line.substring(0, WHY_CHARS_MAX) + "…";
    }
}
