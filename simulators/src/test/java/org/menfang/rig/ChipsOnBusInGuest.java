package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.gpio.LinuxGpioChip;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.i2c.I2cChips;
import org.menfang.sim.rig.OutsideWires;
import org.menfang.site.BoardChip;
import org.menfang.site.GeographicPlace;
import org.menfang.site.Metering;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.site.Site;
import org.menfang.site.Wiring;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// Chips on the bus of a real kernel, on which the registers of each are kept and nothing else.
@Timeout(60)
final class ChipsOnBusInGuest {
    private static final int INTERRUPT_LINE = 30;
    private static final int DIRECTION = 0x00;
    private static final int PULL_UP = 0x0C;
    private static final int LEVELS = 0x12;
    private static final int LATCH = 0x14;
    private static final Duration STILL = Duration.ofMillis(10);
    private static final long LOOK_EVERY_NANOS = 1_000_000;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final OutsideWires wires = OutsideWires.ofThisGuest();
    private final OutsideRegisters lines = OutsideRegisters.of(OutsideRegisters.LINES);
    private final OutsideRegisters voltages = OutsideRegisters.of(OutsideRegisters.VOLTAGES);
    private final OutsideRegisters current = OutsideRegisters.of(OutsideRegisters.CURRENT);
    private final LinuxGpioChip board =
            LinuxGpioChip.open(Set.of(OutsideWires.LABEL), line -> "line " + line);
    private @Nullable I2cChips chips;

    ChipsOnBusInGuest() throws IOException {}

    @BeforeEach
    void nothingIsHigh() throws IOException {
        wires.pull(INTERRUPT_LINE, true);
        lines.setByte(LEVELS, 0);
        lines.setByte(LEVELS + 1, 0);
        voltages.setWord(0, 0);
        current.setWord(1, 0);
    }

    @AfterEach
    void close() throws IOException {
        if (chips != null) {
            chips.close();
        }
        board.close();
        lines.close();
        voltages.close();
        current.close();
    }

    @Test
    void an_output_of_an_expander_is_driven_and_keeps_its_level() throws IOException {
        GpioChip chip = chip("in-1");
        assertEquals(0xFF, lines.readByte(DIRECTION));
        GpioChip.OutputLine output = chip.output(4, true);
        assertEquals(0xEF, lines.readByte(DIRECTION));
        assertEquals(0x10, lines.readByte(LATCH));
        output.drive(false);
        assertEquals(0x00, lines.readByte(LATCH));
    }

    @Test
    void an_input_of_an_expander_tells_each_change() throws Exception {
        GpioChip.InputLine input = input("in-1", 11);
        assertEquals(0x08, lines.readByte(PULL_UP + 1));
        assertFalse(input.isHigh());
        lines.setByte(LEVELS + 1, 0x08);
        assertEquals("high", next());
        lines.setByte(LEVELS + 1, 0x00);
        assertEquals("low", next());
        assertTrue(opened().areLive());
    }

    @Test
    void an_interrupt_line_tells_when_to_look() throws Exception {
        input("in-2", 0);
        lines.setByte(LEVELS, 0x01);
        wires.pull(INTERRUPT_LINE, false);
        assertEquals("high", next());
    }

    @Test
    void an_expander_that_was_reset_is_set_again() throws IOException {
        chip("in-1").output(4, true);
        lines.setByte(LATCH, 0);
        lines.setByte(DIRECTION, 0xFF);
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (lines.readByte(DIRECTION) != 0xEF && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        assertEquals(0xEF, lines.readByte(DIRECTION));
        assertEquals(0x10, lines.readByte(LATCH));
    }

    @Test
    void a_loop_tells_its_level_and_that_its_wire_is_cut() throws Exception {
        voltages.setWord(0, 1_650 * 8);
        GpioChip.InputLine input = input("adc-1", 0);
        assertFalse(input.isHigh());
        voltages.setWord(0, 2_200 * 8);
        assertEquals("high", next());
        voltages.setWord(0, 3_300 * 8);
        assertTrue(next().contains("is cut: 3300 mV"));
        voltages.setWord(0, 0);
        assertTrue(next().contains("is short: 0 mV"));
        voltages.setWord(0, 1_650 * 8);
        assertEquals("low", next());
    }

    @Test
    void a_current_is_high_from_its_threshold_on() throws Exception {
        GpioChip.InputLine input = input("ina-1", 0);
        assertFalse(input.isHigh());
        current.setWord(1, 4_200);
        assertEquals("high", next());
        current.setWord(1, 100);
        assertEquals("low", next());
    }

    @Test
    void a_chip_that_is_not_there_is_told_by_its_inputs() throws Exception {
        input("in-3", 0);
        assertEquals("in-3 (MCP23017 at 0x27 on bus 0) does not answer", next());
        assertTrue(opened().areLive());
    }

    @Test
    void a_bus_that_is_not_there_is_refused_with_what_to_do() {
        BoardChip nowhere = new BoardChip("in-9", BoardChip.Kind.MCP23017, 9, 0x20);
        IOException e =
                assertThrows(
                        IOException.class,
                        () ->
                                I2cChips.open(
                                        site(List.of(nowhere), List.of()), Path.of("/dev"), board));
        assertTrue(String.valueOf(e.getMessage()).contains("dtparam=i2c_arm=on"), e.getMessage());
    }

    private GpioChip chip(String name) throws IOException {
        List<BoardChip> wanted =
                List.of(
                                plain("in-1", BoardChip.Kind.MCP23017, OutsideRegisters.LINES),
                                new BoardChip(
                                        "in-2",
                                        BoardChip.Kind.MCP23017,
                                        OutsideRegisters.BUS,
                                        OutsideRegisters.LINES,
                                        OptionalInt.of(INTERRUPT_LINE)),
                                plain("in-3", BoardChip.Kind.MCP23017, 0x27),
                                plain("adc-1", BoardChip.Kind.ADS1115, OutsideRegisters.VOLTAGES),
                                plain("ina-1", BoardChip.Kind.INA219, OutsideRegisters.CURRENT))
                        .stream()
                        .filter(chip -> chip.name().equals(name))
                        .toList();
        List<PinPlan> pins =
                List.of(
                        measured("adc-1", new Metering.Loop(800, 1_925, 2_750, 50)),
                        measured("ina-1", new Metering.Threshold(150, 10)));
        I2cChips open = I2cChips.open(site(wanted, pins), Path.of("/dev"), board);
        chips = open;
        return open.chip(name);
    }

    private I2cChips opened() {
        I2cChips open = chips;
        if (open == null) {
            throw new IllegalStateException("no chip was opened");
        }
        return open;
    }

    private GpioChip.InputLine input(String name, int line) throws IOException {
        return chip(name)
                .input(
                        line,
                        PinPlan.Pull.UP,
                        STILL,
                        new GpioChip.EdgeListener() {
                            @Override
                            public void onEdge(boolean high) {
                                told.add(high ? "high" : "low");
                            }

                            @Override
                            public void onTrouble(String why) {
                                told.add(why);
                            }
                        });
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(30, TimeUnit.SECONDS));
    }

    private static BoardChip plain(String name, BoardChip.Kind kind, int address) {
        return new BoardChip(name, kind, OutsideRegisters.BUS, address);
    }

    private static PinPlan measured(String chip, Metering metering) {
        return new PinPlan(
                new PointName(chip, PointRole.ALARM),
                chip,
                0,
                false,
                PinPlan.Pull.NONE,
                STILL,
                PinPlan.Drive.STEADY,
                metering);
    }

    private static Site site(List<BoardChip> chips, List<PinPlan> pins) {
        return new Site(
                new CompoundId("lane"),
                new GateId("north"),
                "北门",
                ZoneId.of("Asia/Shanghai"),
                new GeographicPlace(31.2, 121.5),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                pins,
                new Wiring(Optional.empty(), new TreeMap<>(), chips));
    }
}
