package org.menfang.hub.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.notify.Notice;

class BackupWatchTest {
    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    private static Instant after(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    /// Whether the hub makes backups, hours at which the last one was made and the last one failed
    /// (- for never), the hour now, how it stands, and whether somebody has to look.
    @ParameterizedTest
    @CsvSource({
        "false, -, -, 99, OFF, false",
        "false, 0, 5, 99, OFF, false",
        "true, -, -, 0, NEVER, true",
        "true, 0, -, 29, FRESH, false",
        "true, 0, -, 30, LATE, true",
        "true, 0, 24, 25, FRESH, true",
        "true, 0, 24, 31, LATE, true"
    })
    void how_it_stands_with_backups(
            boolean configured,
            String made,
            String failed,
            int now,
            BackupStanding.State state,
            boolean calls) {
        Optional<Keeping.Backup> last =
                hour(made).map(at -> new Keeping.Backup(after(at), "a file", 1));
        Optional<Keeping.Failure> failure =
                hour(failed).map(at -> new Keeping.Failure(after(at), "no room"));
        BackupStanding standing = BackupStanding.of(configured, last, failure, after(now));
        assertEquals(state, standing.state());
        assertEquals(calls, standing.callsForSomebody());
    }

    private static Optional<Integer> hour(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }

    /// The hour at which the last one was made (- for never), and those at which people are told.
    @ParameterizedTest
    @CsvSource({"-, 48 72 96", "0, 48 72 96", "30, 78", "60, ''"})
    void people_are_told_once_a_day_for_as_long_as_the_last_backup_is_too_old(
            String made, String told) {
        List<Notice> notices = new ArrayList<>();
        List<String> hours = new ArrayList<>();
        Optional<Keeping.Backup> last =
                hour(made).map(at -> new Keeping.Backup(after(at), "a file", 1));
        BackupWatch watch =
                new BackupWatch(
                        now -> BackupStanding.of(true, last, Optional.empty(), now),
                        notices::add,
                        START);
        for (int hour = hour(made).orElse(0); hour < 100; hour++) {
            int before = notices.size();
            watch.tick(after(hour));
            if (notices.size() > before) {
                hours.add(String.valueOf(hour));
            }
        }
        assertEquals(told, String.join(" ", hours));
    }

    @Test
    void a_hub_that_makes_none_tells_nobody() {
        List<Notice> notices = new ArrayList<>();
        BackupWatch watch = new BackupWatch(_ -> BackupStanding.NONE, notices::add, START);
        watch.tick(after(999));
        assertEquals(List.of(), notices);
    }
}
