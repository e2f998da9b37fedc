package org.menfang.gate.i2c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettlingTest {
    @Test
    void a_state_counts_once_it_was_the_same_for_long_enough() {
        check(
                50,
                """
                0    0 -> 0
                10   1 -> 0 restless
                40   1 -> 0 restless
                59   1 -> 0 restless
                60   1 -> 1
                200  1 -> 1
                """);
    }

    @Test
    void a_bounce_begins_the_time_anew() {
        check(
                50,
                """
                10   1 -> 0 restless
                50   0 -> 0
                55   1 -> 0 restless
                100  1 -> 0 restless
                105  1 -> 1
                """);
    }

    @Test
    void what_passes_by_never_counts() {
        check(
                50,
                """
                10   1 -> 0 restless
                40   2 -> 0 restless
                80   2 -> 0 restless
                90   2 -> 2
                """);
    }

    @Test
    void without_a_time_everything_counts_at_once() {
        check(
                0,
                """
                10   1 -> 1
                10   0 -> 0
                11   3 -> 3
                """);
    }

    private static void check(int stillMillis, String table) {
        Settling settling = new Settling(Duration.ofMillis(stillMillis), 0);
        table.lines()
                .forEach(row -> {
                    String[] words = row.split(" +", 5);
                    int before = settling.settled();
                    boolean changed =
                            settling.see(
                                    Integer.parseInt(words[1]),
                                    Duration.ofMillis(Long.parseLong(words[0])).toNanos());
                    assertEquals(Integer.parseInt(words[3]), settling.settled(), row);
                    assertEquals(before != settling.settled(), changed, row);
                    assertEquals(words.length > 4, settling.isRestless(), row);
                });
    }
}
