package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Input;

/// When faults of the software are too many.
class CountedFaultsTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger ends = new AtomicInteger();

    @Test
    void many_faults_in_a_short_time_end_the_gate() {
        try (Teller teller = new Teller(System.getLogger("test"))) {
            CountedFaults faults = new CountedFaults(teller, now::get, ends::incrementAndGet);
            for (int count = 1; count < CountedFaults.FAULTS_MAX; count++) {
                meet(faults);
            }
            assertEquals(0, ends.get());
            meet(faults);
            assertEquals(1, ends.get());
        }
    }

    @Test
    void few_faults_now_and_then_do_not() {
        try (Teller teller = new Teller(System.getLogger("test"))) {
            CountedFaults faults = new CountedFaults(teller, now::get, ends::incrementAndGet);
            for (int count = 0; count < 10 * CountedFaults.FAULTS_MAX; count++) {
                meet(faults);
                now.addAndGet(Duration.ofSeconds(7).toNanos());
            }
            assertEquals(0, ends.get());
        }
    }

    private static void meet(CountedFaults faults) {
        faults.stepBroke(new Input.TimeIsDue(), new IllegalStateException("a planted fault"));
    }
}
