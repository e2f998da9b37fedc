package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The log, told without waiting for it.
@Timeout(60)
class TellerTest {
    @Test
    void what_was_told_is_said_before_it_closes() {
        RecordingLog log = new RecordingLog(new CountDownLatch(0));
        try (Teller teller = new Teller(log)) {
            teller.tell(Level.INFO, "one");
            teller.tell(Level.WARNING, "two");
        }
        assertEquals(List.of("INFO one", "WARNING two"), log.lines);
    }

    @Test
    void a_log_that_hangs_holds_up_nobody_and_what_was_dropped_is_counted() {
        CountDownLatch hanging = new CountDownLatch(1);
        RecordingLog log = new RecordingLog(hanging);
        try (Teller teller = new Teller(log)) {
            for (int line = 0; line < Teller.LINES_MAX + 10; line++) {
                teller.tell(Level.INFO, "line " + line);
            }
            hanging.countDown();
        }
        assertTrue(
                log.lines.stream().anyMatch(line -> line.contains("lines were dropped")),
                () -> log.lines.getLast());
    }

    /// A log that says nothing until it is let go.
    private static final class RecordingLog implements System.Logger {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CountDownLatch hanging;

        RecordingLog(CountDownLatch hanging) {
            this.hanging = hanging;
        }

        @Override
        public String getName() {
            return "recording";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String text,
                @Nullable Throwable fault) {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lines.add(level + " " + text);
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String format,
                @Nullable Object... parameters) {
            log(level, bundle, format, (Throwable) null);
        }
    }
}
