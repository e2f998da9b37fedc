package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SupervisorTest {
    @Test
    void a_task_that_breaks_is_tried_again_whatever_broke_it() throws InterruptedException {
        BlockingQueue<Integer> turns = new LinkedBlockingQueue<>();
        List<Throwable> faults =
                List.of(
                        new IllegalStateException("a planted fault"),
                        new NoClassDefFoundError("gone with the file system"));
        try (Supervisor supervisor = new Supervisor()) {
            int[] turn = new int[1];
            supervisor.every(
                    Duration.ofMillis(1),
                    "a test",
                    () -> {
                        turns.add(turn[0]);
                        if (turn[0] < faults.size()) {
                            throwUnchecked(faults.get(turn[0]++));
                        }
                    });
            assertEquals(0, turns.take());
            assertEquals(1, turns.take());
            assertEquals(2, turns.take());
        }
    }

    private static void throwUnchecked(Throwable fault) {
        switch (fault) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(fault);
        }
    }
}
