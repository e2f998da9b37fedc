package org.menfang.gate.i2c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.PinPlan;

class Mcp23017Test {
    private static final Duration STILL = Duration.ofMillis(30);
    private static final String GONE = "in-1 does not answer";

    private final TableOfRegisters registers = new TableOfRegisters();
    private final HeardLine heard = new HeardLine();
    private long millis;

    @Test
    void at_first_every_line_is_an_input_before_anything_else_is_written() {
        registers.set(Mcp23017.DIRECTION, 0);
        registers.set(Mcp23017.LATCH, 0xFF);
        Mcp23017 _ = chip(false);
        List<String> written = registers.written();
        assertEquals(List.of("00=FF", "01=FF", "14=00"), written.subList(0, 3));
        assertEquals(0xFF, registers.valueOf(Mcp23017.DIRECTION));
        assertEquals(Mcp23017.SETTINGS_VALUE, registers.valueOf(Mcp23017.SETTINGS));
    }

    @Test
    void an_output_has_its_level_before_it_becomes_one() {
        Mcp23017 chip = chip(false);
        registers.written();
        GpioChip.OutputLine low = chip.output(3, false);
        GpioChip.OutputLine high = chip.output(15, true);
        assertEquals(List.of("14=00", "00=F7", "15=80", "01=7F"), registers.written());
        low.drive(true);
        high.drive(false);
        assertEquals(List.of("14=08", "15=00"), registers.written());
        assertTrue(low.isHigh());
        assertFalse(high.isHigh());
    }

    @Test
    void an_output_leaves_the_others_alone() {
        Mcp23017 chip = chip(false);
        GpioChip.OutputLine first = chip.output(0, true);
        GpioChip.OutputLine second = chip.output(1, true);
        first.drive(false);
        assertEquals(0x02, registers.valueOf(Mcp23017.LATCH));
        second.drive(false);
        assertEquals(0x00, registers.valueOf(Mcp23017.LATCH));
    }

    @Test
    void what_the_chip_does_not_keep_is_no_output() {
        Mcp23017 chip = chip(false);
        GpioChip.OutputLine line = chip.output(0, false);
        registers.deafen();
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> line.drive(true));
        assertTrue(String.valueOf(e.getMessage()).contains("does not keep"), e.getMessage());
        assertFalse(line.isHigh());
    }

    @Test
    void an_input_counts_once_it_is_still() {
        levels(0x0000);
        Mcp23017 chip = chip(false);
        GpioChip.InputLine line = chip.input(9, PinPlan.Pull.UP, STILL, heard);
        assertEquals(0x02, registers.valueOf(Mcp23017.PULL_UP + 1));
        levels(0x0200);
        assertEquals(Mcp23017.LOOK_EVERY_RESTLESS, lookAt(chip, 0));
        assertEquals(Mcp23017.LOOK_EVERY_RESTLESS, lookAt(chip, 29));
        assertFalse(line.isHigh());
        assertEquals(Mcp23017.LOOK_EVERY, lookAt(chip, 30));
        assertTrue(line.isHigh());
        levels(0x0000);
        lookAt(chip, 40);
        levels(0x0200);
        lookAt(chip, 100);
        assertEquals(List.of("high"), heard.told());
    }

    @Test
    void the_first_level_of_an_input_is_there_at_once() {
        levels(0x0001);
        assertTrue(chip(false).input(0, PinPlan.Pull.NONE, STILL, heard).isHigh());
        assertEquals(List.of(), heard.told());
    }

    @Test
    void with_an_interrupt_line_it_is_looked_at_seldom_while_nothing_happens() {
        Mcp23017 chip = chip(true);
        chip.input(2, PinPlan.Pull.UP, STILL, heard);
        chip.output(3, false);
        assertEquals(0x04, registers.valueOf(Mcp23017.INTERRUPT_ON));
        assertEquals(Mcp23017.LOOK_EVERY_WITH_INTERRUPT, lookAt(chip, 0));
        levels(0x0004);
        assertEquals(Mcp23017.LOOK_EVERY_RESTLESS, lookAt(chip, 10));
        assertEquals(Mcp23017.LOOK_EVERY_WITH_INTERRUPT, lookAt(chip, 40));
        assertEquals(List.of("high"), heard.told());
    }

    @Test
    void a_chip_that_was_reset_is_set_again_and_not_believed_meanwhile() {
        levels(0x0001);
        Mcp23017 chip = chip(false);
        chip.input(0, PinPlan.Pull.UP, Duration.ZERO, heard);
        chip.output(7, true);
        registers.written();
        reset();
        levels(0x0000);
        lookAt(chip, 0);
        assertEquals(List.of(), heard.told());
        List<String> written = registers.written();
        assertTrue(written.indexOf("14=80") < written.indexOf("00=7F"), written.toString());
        assertEquals(0x01, registers.valueOf(Mcp23017.PULL_UP));
        levels(0x0001);
        lookAt(chip, 5);
        assertEquals(List.of(), heard.told());
    }

    @Test
    void one_exchange_that_fails_is_nothing() {
        Mcp23017 chip = chip(false);
        chip.input(0, PinPlan.Pull.UP, STILL, heard);
        registers.take(true);
        lookAt(chip, 0);
        lookAt(chip, 20);
        registers.take(false);
        lookAt(chip, 40);
        assertEquals(List.of(), heard.told());
    }

    @Test
    void a_chip_that_is_gone_is_told_once_and_its_level_when_it_is_back() {
        levels(0x0001);
        Mcp23017 chip = chip(false);
        chip.input(0, PinPlan.Pull.UP, STILL, heard);
        registers.take(true);
        for (int look = 0; look < 10; look++) {
            lookAt(chip, look * 20L);
        }
        assertEquals(List.of(GONE), heard.told());
        registers.take(false);
        lookAt(chip, 300);
        assertEquals(List.of("high"), heard.told());
    }

    @Test
    void a_chip_that_does_not_answer_at_first_is_waited_for() {
        registers.take(true);
        Mcp23017 chip = chip(false);
        GpioChip.InputLine input = chip.input(0, PinPlan.Pull.UP, STILL, heard);
        GpioChip.OutputLine output = chip.output(1, true);
        assertEquals(List.of(GONE), heard.told());
        assertThrows(UncheckedIOException.class, () -> output.drive(false));
        registers.take(false);
        levels(0x0001);
        lookAt(chip, 0);
        assertEquals(0xFD, registers.valueOf(Mcp23017.DIRECTION));
        assertEquals(0x00, registers.valueOf(Mcp23017.LATCH));
        lookAt(chip, 20);
        assertEquals(List.of("high"), heard.told());
        assertTrue(input.isHigh());
        output.drive(true);
        assertEquals(0x02, registers.valueOf(Mcp23017.LATCH));
    }

    @Test
    void what_it_cannot_do_is_refused() {
        Mcp23017 chip = chip(false);
        chip.output(0, false);
        refused(() -> chip.output(0, false), "is taken");
        refused(() -> chip.input(0, PinPlan.Pull.UP, STILL, heard), "is taken");
        refused(() -> chip.input(16, PinPlan.Pull.UP, STILL, heard), "no line 16");
        refused(() -> chip.output(-1, true), "no line -1");
        refused(() -> chip.input(1, PinPlan.Pull.DOWN, STILL, heard), "pulled down");
    }

    private Mcp23017 chip(boolean interrupts) {
        return new Mcp23017("in-1", registers, interrupts);
    }

    private Duration lookAt(Mcp23017 chip, long atMillis) {
        millis = atMillis;
        return chip.look(Duration.ofMillis(millis).toNanos());
    }

    /// @param levels a bit for each line
    private void levels(int levels) {
        registers.set(Mcp23017.LEVELS, levels & 0xFF);
        registers.set(Mcp23017.LEVELS + 1, levels >> 8);
    }

    /// As after power comes on.
    private void reset() {
        for (int register = 0; register < Mcp23017.REGISTERS; register++) {
            registers.set(register, register <= Mcp23017.DIRECTION + 1 ? 0xFF : 0);
        }
    }

    private static void refused(Runnable taking, String why) {
        UncheckedIOException e = assertThrows(UncheckedIOException.class, taking::run);
        assertTrue(String.valueOf(e.getMessage()).contains(why), e.getMessage());
    }
}
