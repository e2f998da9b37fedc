package org.menfang.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The bounds see what is over them, and nothing else: what they do not see, no fuzzer finds.
@Timeout(60)
final class BoundsTest {
    private static final byte[] INPUT = {1, 2, 3};

    @Test
    void a_reader_that_throws_what_it_does_not_declare_is_caught() {
        FuzzTarget broken =
                new FuzzTarget(
                        "broken",
                        input -> {
                            throw new IndexOutOfBoundsException(input.length);
                        });
        assertThrows(IndexOutOfBoundsException.class, () -> Bounds.check(broken, INPUT));
    }

    @Test
    void a_reader_that_thinks_for_long_is_caught() {
        FuzzTarget slow = new FuzzTarget("slow", input -> burn(2 * Bounds.CPU_NANOS_MAX));
        Bounds.Exceeded caught =
                assertThrows(Bounds.Exceeded.class, () -> Bounds.check(slow, INPUT));
        assertTrue(String.valueOf(caught.getMessage()).startsWith("slow takes "));
    }

    @Test
    void a_reader_that_reserves_much_memory_is_caught_even_if_it_gives_it_back() {
        FuzzTarget hungry =
                new FuzzTarget(
                        "hungry",
                        input -> {
                            long sum = 0;
                            for (int i = 0; i < 80; i++) {
                                sum += new byte[1024 * 1024].length;
                            }
                            FuzzTarget.hold(sum > 0, "nothing");
                        });
        assertThrows(Bounds.Exceeded.class, () -> Bounds.check(hungry, INPUT));
    }

    @Test
    void a_reader_that_is_slow_once_is_not_blamed() {
        AtomicInteger times = new AtomicInteger();
        FuzzTarget warming =
                new FuzzTarget(
                        "warming",
                        input -> burn(times.getAndIncrement() == 0 ? 2 * Bounds.CPU_NANOS_MAX : 0));
        assertDoesNotThrow(() -> Bounds.check(warming, INPUT));
    }

    @Test
    void a_reader_cannot_change_the_input_that_is_told() throws Exception {
        byte[] input = INPUT.clone();
        Bounds.check(new FuzzTarget("eraser", taken -> taken[0] = 9), input);
        assertTrue(input[0] == INPUT[0]);
    }

    private static void burn(long nanos) {
        long end = cpuNanos() + nanos;
        while (cpuNanos() < end) {
            Thread.onSpinWait();
        }
    }

    private static long cpuNanos() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
