package org.menfang.hub.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

class LockdownsTest {
    private static final CompoundId XINGHUA = new CompoundId("xinghua");

    private final Lockdowns lockdowns = new Lockdowns();
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");
    private final Book book = Book.open(new InMemoryBookStore(), () -> now, List.of(lockdowns));

    /// Each line: minutes since the line before, minutes asked for (- for as long as the rules
    /// allow), minutes that one person gets (two: it takes two).
    private void check(String table) {
        for (String line : table.lines().toList()) {
            String[] parts = line.strip().split(" +", -1);
            now = now.plus(Duration.ofMinutes(Long.parseLong(parts[0])));
            assertEquals(parts[2], ask(parts[1].equals("-") ? null : Integer.valueOf(parts[1])));
        }
    }

    private String ask(@Nullable Integer minutes) {
        return lockdowns.alone(XINGHUA, minutes, now).stream()
                .peek(granted ->
                        book.decide(
                                new OperatorName("班长"),
                                _ -> Verdict.write(new LockdownEntry.Alone(XINGHUA, granted))))
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse("two");
    }

    @Test
    void one_person_locks_down_for_an_hour_and_no_longer() {
        check(
                """
                0  60  60
                0  61  two
                0  -   two
                """);
    }

    @Test
    void one_lockdown_after_the_other_makes_one_hour_in_all() {
        check(
                """
                0  20  20
                10 60  50
                30 30  20
                19 30  1
                0  60  1
                1  60  60
                """);
    }

    @Test
    void after_a_break_the_hour_begins_anew() {
        check(
                """
                0  20  20
                20 60  60
                59 60  1
                """);
    }

    @Test
    void the_last_minute_of_the_hour_takes_two() {
        check(
                """
                0  60  60
                59 5   1
                """);
        now = now.plusSeconds(30);
        assertEquals("two", ask(5));
    }
}
