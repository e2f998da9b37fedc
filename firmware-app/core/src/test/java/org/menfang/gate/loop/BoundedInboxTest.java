package org.menfang.gate.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.Input;
import org.menfang.gate.Key;
import org.menfang.gate.Limits;
import org.menfang.gate.Samples;
import org.menfang.vocabulary.ReaderId;

@Timeout(60)
class BoundedInboxTest {
    private static final Input READ =
            new Input.CardRead(new ReaderId("r-north"), Samples.bits("01:0001"));
    private static final Input FIRE = new Input.FireChanged(true);

    private final BoundedInbox inbox = new BoundedInbox();

    @Test
    void too_many_reads_are_dropped_and_counted_and_nothing_else_is() {
        for (int count = 0; count < Limits.READER_INPUTS_MAX + 7; count++) {
            inbox.offer(READ);
        }
        inbox.offer(FIRE);
        assertEquals(FIRE, inbox.pollOther());
        assertEquals(new Input.InputsDropped(7), inbox.pollOther());
        assertNull(inbox.pollOther());
        for (int count = 0; count < Limits.READER_INPUTS_MAX; count++) {
            assertEquals(READ, inbox.pollReader());
        }
        assertNull(inbox.pollReader());
        assertTrue(inbox.isEmpty());
    }

    @Test
    void keys_and_codes_wait_with_the_cards() {
        ReaderId reader = new ReaderId("r-north");
        Input key = new Input.KeyPressed(reader, Key.DIGIT_1);
        Input code = new Input.CodeRead(reader, "text");
        inbox.offer(key);
        inbox.offer(code);
        assertNull(inbox.pollOther());
        assertEquals(key, inbox.pollReader());
        assertEquals(code, inbox.pollReader());
    }

    @Test
    void the_long_lane_has_an_end_too_and_says_so() {
        for (int count = 0; count < Limits.INBOX_INPUTS_MAX + 3; count++) {
            inbox.offer(FIRE);
        }
        for (int count = 0; count < Limits.INBOX_INPUTS_MAX; count++) {
            assertEquals(FIRE, inbox.pollOther());
        }
        assertEquals(new Input.InputsDropped(3), inbox.pollOther());
    }

    @Test
    void a_lane_that_was_full_takes_again() {
        for (int count = 0; count < Limits.READER_INPUTS_MAX + 1; count++) {
            inbox.offer(READ);
        }
        inbox.pollReader();
        inbox.pollOther();
        inbox.offer(READ);
        assertNull(inbox.pollOther());
    }

    @Test
    void whoever_waits_wakes_when_an_input_comes() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        inbox.awaitInput(Duration.ofMinutes(5));
                        woken.countDown();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        inbox.offer(FIRE);
        woken.await();
        assertEquals(FIRE, inbox.pollOther());
    }

    @Test
    void nothing_of_many_writers_is_lost() throws InterruptedException {
        int writers = 4;
        int each = 1_000;
        for (int writer = 0; writer < writers; writer++) {
            Thread.ofPlatform()
                    .start(() -> {
                        for (int count = 0; count < each; count++) {
                            inbox.offer(FIRE);
                        }
                    });
        }
        int taken = 0;
        while (taken < writers * each) {
            inbox.awaitInput(Duration.ofMinutes(5));
            while (inbox.pollOther() != null) {
                taken++;
            }
        }
        assertTrue(inbox.isEmpty());
    }
}
