package org.menfang.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FlightsTest {
    private final Flights flights = new Flights(Duration.ofSeconds(20));
    private final List<Delivery> heard = new ArrayList<>();

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private Flights.Flight begin(long atSeconds, long bytes) {
        return flights.begin(seconds(atSeconds), bytes, heard::add);
    }

    @Test
    void nothing_on_its_way_is_never_stuck() {
        assertFalse(flights.isStuck(seconds(0), 0));
        assertFalse(flights.isStuck(seconds(10_000), 5));
    }

    @Test
    void a_message_that_is_not_answered_in_time_is_stuck() {
        assertFalse(flights.isStuck(seconds(0), 0));
        begin(0, 40);
        assertFalse(flights.isStuck(seconds(20), 10));
        assertTrue(flights.isStuck(seconds(21), 10));
    }

    @Test
    void a_message_that_is_answered_is_not() {
        begin(0, 40).land(new Delivery.Delivered());
        begin(15, 40);
        assertFalse(flights.isStuck(seconds(30), 10));
    }

    @Test
    void a_large_message_has_the_time_that_a_slow_line_takes() {
        begin(0, 400_000);
        assertFalse(flights.isStuck(seconds(119), 10));
        assertTrue(flights.isStuck(seconds(121), 10));
    }

    @Test
    void a_broker_that_sends_something_large_is_waited_for() {
        assertFalse(flights.isStuck(seconds(0), 0));
        begin(0, 40);
        for (long second = 21; second < 600; second += 10) {
            assertFalse(flights.isStuck(seconds(second), second * 2_000));
        }
        long heardInAll = 591 * 2_000;
        assertFalse(flights.isStuck(seconds(610), heardInAll));
        assertTrue(flights.isStuck(seconds(640), heardInAll));
    }

    @Test
    void a_broker_that_answers_later_messages_forgot_this_one() {
        begin(0, 40);
        begin(1, 40).land(new Delivery.Delivered());
        assertFalse(flights.isStuck(seconds(20), 0));
        assertTrue(flights.isStuck(seconds(21), 1_000_000));
    }

    @Test
    void each_is_told_its_fate_once() {
        Flights.Flight first = begin(0, 40);
        begin(0, 40);
        first.land(new Delivery.Delivered());
        flights.landAll(new Delivery.Lost("cut"));
        first.land(new Delivery.Lost("again"));
        assertEquals(List.of(new Delivery.Delivered(), new Delivery.Lost("cut")), heard);
    }

    @Test
    void whoever_waits_for_quiet_is_told_when_all_have_landed() throws Exception {
        Flights.Flight last = begin(0, 40);
        Thread lander = Thread.ofPlatform().start(() -> last.land(new Delivery.Delivered()));
        flights.awaitNone(Duration.ofSeconds(50));
        lander.join();
        assertFalse(flights.isStuck(seconds(1_000), 0));
    }
}
