package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.menfang.gate.gpio.LinuxGpioChip;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.sim.rig.OutsideWires;
import org.menfang.site.PinPlan;

/// The end of those who hold lines, and what else of them a simulated chip does not have.
final class KilledAndClosedInGuest {
    private static final int LOCK = 5;
    private static final int INPUT = 6;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final OutsideWires wires = OutsideWires.ofThisGuest();
    private LinuxGpioChip chip = open();

    @BeforeEach
    void nobodyPulls() {
        for (int line = 0; line < OutsideWires.LINES; line++) {
            wires.pull(line, false);
        }
    }

    @AfterEach
    void close() throws IOException {
        chip.close();
    }

    private static LinuxGpioChip open() {
        try {
            return LinuxGpioChip.open(Set.of(OutsideWires.LABEL), line -> "line-" + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean becomes(BooleanSupplier isSo) {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return true;
    }

    @Test
    void times_are_those_of_the_program() {
        AtomicLong time = new AtomicLong();
        chip.timed(List.of(INPUT), PinPlan.Pull.UP, new LastTime(time));
        long before = System.nanoTime();
        wires.pull(INPUT, false);
        long after = System.nanoTime();
        assertTrue(becomes(() -> time.get() != 0));
        assertTrue(before <= time.get() && time.get() <= after);
    }

    private record LastTime(AtomicLong nanos) implements GpioChip.TimedEdgeListener {
        @Override
        public void onEdge(int line, boolean high, long edgeNanos) {
            nanos.set(edgeNanos);
        }

        @Override
        public void onLost(long edges) {}
    }

    @Test
    void an_input_that_lost_edges_still_says_how_it_stands() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicBoolean last = new AtomicBoolean();
        chip.input(
                INPUT,
                PinPlan.Pull.DOWN,
                Duration.ZERO,
                high -> {
                    awaitQuietly(busy);
                    last.set(high);
                });
        for (int pair = 0; pair < LinuxGpioChip.EVENTS_MAX; pair++) {
            wires.pull(INPUT, true);
            wires.pull(INPUT, false);
        }
        wires.pull(INPUT, true);
        busy.countDown();
        assertTrue(becomes(last::get));
        assertTrue(chip.isLive());
    }

    @Test
    void closing_ends_every_thread_and_gives_the_lines_back() throws Exception {
        chip.input(INPUT, PinPlan.Pull.UP, Duration.ZERO, _ -> {});
        chip.timed(List.of(7, 8), PinPlan.Pull.UP, new LastTime(new AtomicLong()));
        assertTrue(threads() > 0);
        chip.close();
        assertEquals(0, threads());
        chip = open();
        chip.output(INPUT, false);
        chip.output(7, false);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("menfang line-"))
                .count();
    }

    @Test
    void a_program_that_is_killed_leaves_its_lines_to_the_wires() throws Exception {
        Process holder =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName())
                        .redirectErrorStream(true)
                        .start();
        assertEquals('h', holder.getInputStream().read());
        assertTrue(wires.isHigh(LOCK));
        holder.destroyForcibly().waitFor();
        assertTrue(becomes(() -> !wires.isHigh(LOCK)));
        chip.output(LOCK, false);
    }

    /// Drives a line until it is killed.
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            open().output(LOCK, true);
            System.out.write("h".getBytes(StandardCharsets.US_ASCII));
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
