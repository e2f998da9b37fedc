package org.menfang.sim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Growth is told from warming up and from noise.
final class GrowthTest {
    private static final Growth MEMORY = new Growth(10, 16);

    @Test
    void a_program_that_warms_up_and_stays_does_not_grow() {
        assertFalse(MEMORY.isSeenIn(of(60, 90, 120, 140, 150, 149, 151, 150, 152)));
    }

    @Test
    void a_leak_is_growth() {
        assertTrue(
                MEMORY.isSeenIn(
                        IntStream.range(0, 24).mapToObj(hour -> 150.0 + 5 * hour).toList()));
    }

    @Test
    void one_peak_is_not() {
        assertFalse(MEMORY.isSeenIn(of(150, 151, 149, 150, 152, 150, 150, 400, 151)));
    }

    @Test
    void too_few_values_say_nothing() {
        assertFalse(MEMORY.isSeenIn(of(1, 100, 1_000)));
    }

    @Test
    void a_process_is_asked_what_it_holds() throws IOException {
        ProcessSample own = ProcessSample.of(ProcessHandle.current().pid());
        assertTrue(own.memoryBytes() > 1_000_000 && own.threads() > 1 && own.handles() > 2);
        assertEquals(12, ProcessSample.threads("Name:\tjava\nThreads:\t12\n"));
    }

    private static List<Double> of(double... values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
