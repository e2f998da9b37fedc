package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.gpio.LinuxGpioChip;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.sim.rig.OutsideWires;
import org.menfang.site.PinPlan;

/// What only the kernel's own lines can show.
@Timeout(60)
final class LinesInGuest {
    private static final int LINE = 21;
    private static final int SECOND_LINE = 22;
    private static final int TAKEN_TIMES = 25;
    private static final int CHANGES = 3 * LinuxGpioChip.EVENTS_MAX;
    private static final long LOOK_EVERY_NANOS = 20_000;
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final OutsideWires wires = OutsideWires.ofThisGuest();

    @Test
    void an_output_never_carries_another_level_than_its_first() throws Exception {
        for (boolean level : new boolean[] {true, false}) {
            wires.pull(LINE, level);
            AtomicBoolean ended = new AtomicBoolean();
            AtomicBoolean wrong = new AtomicBoolean();
            Thread watch =
                    Thread.ofPlatform()
                            .start(() -> {
                                while (!ended.get()) {
                                    if (wires.isHigh(LINE) != level) {
                                        wrong.set(true);
                                    }
                                    LockSupport.parkNanos(LOOK_EVERY_NANOS);
                                }
                            });
            for (int i = 0; i < TAKEN_TIMES; i++) {
                try (LinuxGpioChip chip = open()) {
                    assertEquals(level, chip.output(LINE, level).isHigh());
                    assertEquals(level, wires.isHigh(LINE));
                }
            }
            ended.set(true);
            watch.join();
            assertFalse(wrong.get(), "it carried the other level than " + level);
        }
    }

    @Test
    void a_line_that_is_given_back_falls_to_its_resistor() throws IOException {
        for (boolean resistor : new boolean[] {true, false}) {
            wires.pull(LINE, resistor);
            try (LinuxGpioChip chip = open()) {
                chip.output(LINE, !resistor);
                assertEquals(!resistor, wires.isHigh(LINE));
            }
            assertEquals(resistor, wires.isHigh(LINE));
        }
    }

    @Test
    void edges_that_come_faster_than_they_are_taken_are_counted_as_lost() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch pulled = new CountDownLatch(1);
        AtomicLong heard = new AtomicLong();
        AtomicLong lost = new AtomicLong();
        wires.pull(LINE, true);
        wires.pull(SECOND_LINE, true);
        try (LinuxGpioChip chip = open()) {
            chip.timed(
                    List.of(LINE, SECOND_LINE),
                    PinPlan.Pull.NONE,
                    new GpioChip.TimedEdgeListener() {
                        @Override
                        public void onEdge(int line, boolean high, long nanos) {
                            begun.countDown();
                            awaitQuietly(pulled);
                            heard.incrementAndGet();
                        }

                        @Override
                        public void onLost(long edges) {
                            lost.addAndGet(edges);
                        }
                    });
            fall(LINE);
            assertTrue(begun.await(WAIT.toSeconds(), TimeUnit.SECONDS));
            for (int i = 0; i < CHANGES; i++) {
                fall(i % 2 == 0 ? LINE : SECOND_LINE);
            }
            pulled.countDown();
            // Loss is seen at the next edge that is not lost.
            long until = System.nanoTime() + WAIT.toNanos();
            long all = CHANGES + 1;
            while (lost.get() == 0 && System.nanoTime() < until) {
                fall(LINE);
                all++;
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            while (heard.get() + lost.get() < all && System.nanoTime() < until) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            assertEquals(all, heard.get() + lost.get());
            assertTrue(lost.get() > 0);
        }
    }

    @Test
    void who_holds_a_line_is_told_to_whom_it_is_refused() throws IOException {
        try (LinuxGpioChip first = open();
                LinuxGpioChip second = open()) {
            first.output(LINE, false);
            UncheckedIOException e =
                    assertThrows(UncheckedIOException.class, () -> second.output(LINE, false));
            assertTrue(String.valueOf(e.getMessage()).contains("line 21"), e.getMessage());
            assertTrue(String.valueOf(e.getMessage()).contains("EBUSY"), e.getMessage());
        }
    }

    @Test
    void a_chip_that_is_not_there_is_refused_with_the_labels_of_those_that_are() {
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> LinuxGpioChip.open(Set.of("pinctrl-rp1"), line -> "line " + line));
        assertTrue(String.valueOf(e.getMessage()).contains("pinctrl-rig"), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).contains("gpio-other"), e.getMessage());
    }

    @Test
    void without_the_rights_of_root_the_group_of_the_device_is_needed() throws Exception {
        GroupMember.mayUse(Path.of("/dev", wires.folder().getFileName().toString()));
        assertEquals("took a line", GroupMember.start(true));
        String refusal = GroupMember.start(false);
        assertTrue(refusal.contains("EACCES"), refusal);
    }

    private static LinuxGpioChip open() throws IOException {
        return LinuxGpioChip.open(Set.of(OutsideWires.LABEL), line -> "line " + line);
    }

    private void fall(int line) {
        wires.pull(line, false);
        wires.pull(line, true);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
