package org.menfang.gate.i2c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.Metering;
import org.menfang.site.PinPlan;

/// Lines that are measured, and the registers of the chips that measure.
class MeteredChipTest {
    private static final Duration STILL = Duration.ofMillis(50);
    private static final Metering LOOP = new Metering.Loop(800, 1_925, 2_750, 50);

    private final TableOfRegisters registers = new TableOfRegisters();
    private final HeardLine heard = new HeardLine();

    @Test
    void each_value_of_the_converter_is_a_conversion_of_its_line() throws IOException {
        Ads1115 converter = new Ads1115(registers);
        millivolts(1_650);
        assertEquals(1_650, converter.read(0));
        assertEquals(1_650, converter.read(3));
        assertEquals(List.of("01=C3E3", "01=F3E3"), registers.written());
        registers.set(Ads1115.CONVERSION, 0xFFF0);
        assertEquals(-2, converter.read(0));
    }

    @Test
    void a_converter_that_measures_something_else_is_not_believed() {
        registers.set(Ads1115.CONFIGURATION, 0x8583);
        registers.deafen();
        assertThrows(IOException.class, () -> new Ads1115(registers).read(1));
    }

    @Test
    void a_current_counts_in_either_direction() throws IOException {
        Ina219 meter = new Ina219(registers);
        registers.set(Ina219.SHUNT_VOLTAGE, 4_200);
        assertEquals(420, meter.read(0));
        registers.set(Ina219.SHUNT_VOLTAGE, -4_200 & 0xFFFF);
        assertEquals(420, meter.read(0));
        assertEquals(List.of("00=39FF"), registers.written());
        registers.set(Ina219.CONFIGURATION, 0x399F);
        assertEquals(420, meter.read(0));
        assertEquals(List.of("00=39FF"), registers.written());
    }

    @Test
    void a_loop_tells_its_level_and_what_is_wrong_with_its_wire() {
        millivolts(1_650);
        MeteredChip chip = loop();
        GpioChip.InputLine line = input(chip);
        assertFalse(line.isHigh());
        check(
                chip,
                """
                0    1650
                50   2200
                99   2200
                100  2200 -> high
                150  3300
                200  3300 -> its loop on line 0 of adc-1 is cut: 3300 mV
                250  0
                300  0    -> its loop on line 0 of adc-1 is short: 0 mV
                350  2200
                400  2200 -> high
                450  1650
                500  1650 -> low
                """);
        assertFalse(line.isHigh());
    }

    @Test
    void the_way_from_one_value_to_the_next_is_nothing() {
        millivolts(1_650);
        MeteredChip chip = loop();
        input(chip);
        check(
                chip,
                """
                0    1650
                50   2200
                90   3300
                130  3300
                140  3300 -> its loop on line 0 of adc-1 is cut: 3300 mV
                """);
    }

    @Test
    void a_wire_that_is_cut_at_first_is_told_at_once() {
        millivolts(3_300);
        MeteredChip chip = loop();
        input(chip);
        assertEquals(List.of("its loop on line 0 of adc-1 is cut: 3300 mV"), heard.told());
    }

    @Test
    void a_chip_that_is_gone_is_told_once_and_its_level_when_it_is_back() {
        millivolts(1_650);
        MeteredChip chip = loop();
        input(chip);
        registers.take(true);
        for (int look = 0; look < 10; look++) {
            chip.look(Duration.ofMillis(50L * look).toNanos());
        }
        assertEquals(List.of("adc-1 does not answer"), heard.told());
        registers.take(false);
        millivolts(2_200);
        chip.look(Duration.ofSeconds(1).toNanos());
        assertEquals(List.of("high"), heard.told());
    }

    @Test
    void a_chip_that_does_not_answer_at_first_is_waited_for() {
        registers.take(true);
        MeteredChip chip = loop();
        GpioChip.InputLine line = input(chip);
        assertEquals(List.of("adc-1 does not answer"), heard.told());
        registers.take(false);
        millivolts(2_200);
        chip.look(0);
        assertEquals(List.of("high"), heard.told());
        assertTrue(line.isHigh());
    }

    @Test
    void what_it_cannot_do_is_refused() {
        MeteredChip chip = loop();
        input(chip);
        assertThrows(UncheckedIOException.class, () -> chip.output(0, true));
        assertThrows(UncheckedIOException.class, () -> input(chip));
        assertThrows(
                UncheckedIOException.class, () -> chip.input(1, PinPlan.Pull.NONE, STILL, heard));
    }

    private MeteredChip loop() {
        return new MeteredChip("adc-1", new Ads1115(registers), Map.of(0, LOOP));
    }

    private GpioChip.InputLine input(GpioChip chip) {
        return chip.input(0, PinPlan.Pull.NONE, STILL, heard);
    }

    private void millivolts(int value) {
        registers.set(Ads1115.CONVERSION, value * 8);
    }

    /// Rows of time, value and what is told then.
    private void check(MeteredChip chip, String table) {
        table.lines()
                .forEach(row -> {
                    String[] sides = row.split(" *-> *", 2);
                    String[] words = sides[0].strip().split(" +", 2);
                    millivolts(Integer.parseInt(words[1]));
                    chip.look(Duration.ofMillis(Long.parseLong(words[0])).toNanos());
                    List<String> told = sides.length == 1 ? List.of() : List.of(sides[1]);
                    assertEquals(told, heard.told(), row);
                });
    }
}
