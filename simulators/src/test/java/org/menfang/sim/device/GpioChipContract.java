package org.menfang.sim.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.PinPlan;

/// What every chip does whose lines somebody else can pull at, be it simulated or real.
@Timeout(60)
public abstract class GpioChipContract {
    private static final int LINE = 17;
    private static final int OTHER_LINE = 4;
    private static final Duration STILL = Duration.ofMillis(250);

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    /// The chip, of which no line is taken.
    protected abstract GpioChip chip();

    /// Pulls at a line from outside.
    protected abstract void pull(int line, boolean high);

    /// The level that a line carries, seen from outside.
    protected abstract boolean isHigh(int line);

    /// Lets time pass until something is so, or for long enough to say that it never is.
    protected abstract boolean becomes(BooleanSupplier isSo);

    @Test
    void an_output_carries_its_first_level_and_then_what_it_is_driven_to() {
        GpioChip.OutputLine high = chip().output(LINE, true);
        GpioChip.OutputLine low = chip().output(OTHER_LINE, false);
        assertTrue(becomes(() -> isHigh(LINE)));
        assertTrue(high.isHigh());
        assertFalse(isHigh(OTHER_LINE));
        high.drive(false);
        low.drive(true);
        assertTrue(becomes(() -> !isHigh(LINE) && isHigh(OTHER_LINE)));
        assertTrue(low.isHigh());
    }

    @Test
    void an_input_tells_each_change_in_order() {
        GpioChip.InputLine line = input(LINE, Duration.ZERO);
        pull(LINE, true);
        pull(LINE, false);
        pull(LINE, true);
        assertTrue(becomes(() -> told.size() == 3));
        assertEquals(List.of("17 high", "17 low", "17 high"), told);
        assertTrue(line.isHigh());
    }

    @Test
    void a_change_counts_once_the_line_is_still() {
        GpioChip.InputLine line = input(LINE, STILL);
        for (int bounce = 0; bounce < 10; bounce++) {
            pull(LINE, true);
            pull(LINE, false);
        }
        pull(LINE, true);
        assertTrue(becomes(() -> !told.isEmpty()));
        pull(LINE, false);
        assertTrue(becomes(() -> told.size() > 1));
        assertEquals(List.of("17 high", "17 low"), told);
        assertFalse(line.isHigh());
    }

    @Test
    void what_a_line_that_bounced_back_carried_meanwhile_is_never_told() {
        GpioChip.InputLine line = input(LINE, STILL);
        input(OTHER_LINE, STILL);
        pull(LINE, true);
        pull(LINE, false);
        pull(OTHER_LINE, true);
        assertTrue(becomes(() -> !told.isEmpty()));
        assertEquals(List.of("4 high"), told);
        assertFalse(line.isHigh());
    }

    @Test
    void the_resistor_decides_while_nobody_pulls() {
        GpioChip.InputLine up =
                chip().input(LINE, PinPlan.Pull.UP, Duration.ZERO, _ -> told.add("up"));
        GpioChip.InputLine down =
                chip().input(OTHER_LINE, PinPlan.Pull.DOWN, Duration.ZERO, _ -> told.add("down"));
        assertTrue(up.isHigh());
        assertFalse(down.isHigh());
    }

    @Test
    void a_line_is_taken_once() {
        chip().output(LINE, false);
        refused(() -> chip().output(LINE, false), "17");
        refused(() -> input(LINE, Duration.ZERO), "17");
        refused(() -> timed(List.of(OTHER_LINE, LINE)), "17");
        input(OTHER_LINE, Duration.ZERO);
    }

    @Test
    void a_line_that_is_not_there_is_refused() {
        refused(() -> chip().output(PinPlan.LINE_MAX + 1, false), "no line 54");
        refused(() -> input(PinPlan.LINE_MAX + 1, Duration.ZERO), "no line 54");
        refused(() -> timed(List.of(LINE, PinPlan.LINE_MAX + 1)), "no line 54");
        input(LINE, Duration.ZERO);
    }

    @Test
    void falling_edges_of_several_lines_come_in_order_with_their_time() {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        GpioChip.TimedLines lines =
                chip().timed(List.of(LINE, OTHER_LINE), PinPlan.Pull.UP, timedInto(times));
        assertTrue(lines.isHigh(OTHER_LINE));
        for (int line : List.of(LINE, OTHER_LINE, OTHER_LINE, LINE)) {
            pull(line, false);
            pull(line, true);
        }
        assertTrue(becomes(() -> told.size() == 4));
        assertEquals(List.of("17 fell", "4 fell", "4 fell", "17 fell"), told);
        assertEquals(times.stream().sorted().toList(), times);
        pull(LINE, false);
        assertFalse(lines.isHigh(LINE));
    }

    private GpioChip.TimedEdgeListener timedInto(List<Long> times) {
        return new GpioChip.TimedEdgeListener() {
            @Override
            public void onEdge(int line, boolean high, long nanos) {
                times.add(nanos);
                told.add(line + (high ? " rose" : " fell"));
            }

            @Override
            public void onLost(long edges) {
                told.add(edges + " lost");
            }
        };
    }

    private GpioChip.InputLine input(int line, Duration debounce) {
        return chip().input(
                        line,
                        PinPlan.Pull.DOWN,
                        debounce,
                        high -> told.add(line + (high ? " high" : " low")));
    }

    private void timed(List<Integer> lines) {
        chip().timed(lines, PinPlan.Pull.UP, timedInto(new ArrayList<>()));
    }

    private static void refused(Runnable taking, String why) {
        UncheckedIOException e = assertThrows(UncheckedIOException.class, taking::run);
        assertTrue(String.valueOf(e.getMessage()).contains(why), e.getMessage());
    }
}
