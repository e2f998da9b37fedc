package org.menfang.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ReconnectPaceTest {
    /// Always as long as it may be.
    private static final RandomGenerator UNLUCKY = always(Math.nextDown(1.0));

    @Test
    void the_longest_wait_doubles_up_to_20_s() {
        ReconnectPace pace = new ReconnectPace(UNLUCKY);
        long[] expected = {399, 799, 1_599, 3_199, 6_399, 12_799, 19_999, 19_999, 19_999, 19_999};
        for (long millis : expected) {
            assertEquals(Duration.ofMillis(millis), pace.next(Duration.ZERO));
        }
    }

    @Test
    void the_shortest_wait_stays_what_it_is() {
        ReconnectPace pace = new ReconnectPace(always(0));
        for (int i = 0; i < 20; i++) {
            assertEquals(ReconnectPace.SHORTEST, pace.next(Duration.ZERO));
        }
    }

    @Test
    void a_connection_that_stood_for_a_while_makes_the_next_failure_the_first() {
        ReconnectPace pace = new ReconnectPace(UNLUCKY);
        for (int i = 0; i < 10; i++) {
            pace.next(Duration.ZERO);
        }
        assertEquals(19_999, pace.next(ReconnectPace.STEADY.minusMillis(1)).toMillis());
        assertEquals(399, pace.next(ReconnectPace.STEADY).toMillis());
    }

    @Test
    void many_links_do_not_come_back_together() {
        SplittableRandom chance = new SplittableRandom(7);
        int[] gatesInSecond = new int[20];
        for (int gate = 0; gate < 2_000; gate++) {
            ReconnectPace pace = new ReconnectPace(chance.split());
            Duration wait = Duration.ZERO;
            for (int i = 0; i < 10; i++) {
                wait = pace.next(Duration.ZERO);
            }
            gatesInSecond[(int) wait.toSeconds()]++;
        }
        for (int gates : gatesInSecond) {
            assertTrue(gates < 200, () -> gates + " gates in one second");
        }
    }

    @Test
    void a_session_stands_45_s_after_the_path_works_whatever_was_begun_before() {
        Duration silenceFound = LinkLimits.USUAL.silenceMax().plus(MqttLink.SUPERVISOR_TURN);
        Duration attemptGivenUp = LinkLimits.USUAL.connectWait().plus(Answer.TURN);
        Duration connecting = Duration.ofSeconds(6);
        for (Duration before : new Duration[] {silenceFound, attemptGivenUp}) {
            Duration stands = before.plus(ReconnectPace.LONGEST).plus(connecting);
            assertTrue(stands.compareTo(Duration.ofSeconds(45)) <= 0, stands::toString);
        }
    }

    @Test
    void a_silent_peer_is_found_within_20_s() {
        Duration found = LinkLimits.USUAL.silenceMax().plus(MqttLink.SUPERVISOR_TURN);
        assertTrue(found.compareTo(Duration.ofSeconds(20)) <= 0, found::toString);
    }

    private static RandomGenerator always(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
