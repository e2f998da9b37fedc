package org.menfang.gate.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.gate.osdp.ReaderFault;
import org.menfang.gate.signs.LineSigns;
import org.menfang.gate.signs.ReaderSigns;
import org.menfang.gate.signs.ReaderSigns.Delivered;
import org.menfang.gate.signs.ReaderSigns.Kind;
import org.menfang.site.Metering;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.ReaderId;

class PinAndReaderFindingsTest {
    private static final ReaderId OUTER = new ReaderId("lane-outer");
    private static final String CARD = "10000001100011010001010111";

    private final Site site = site();

    /// H and L are levels; what is active is in the wiring table.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MONITOR | high | H | FINE             | 高，动作，门开着
                    MONITOR | high | L | FINE             | 低，未动作，门关着
                    MONITOR | low  | L | FINE             | 低，动作，门开着
                    REX     | low  | H | FINE             | 高，未动作，没人按
                    FIRE    | high | H | FIRE_ACTIVE      | 高，动作，火警
                    FIRE    | low  | H | FINE             | 高，未动作，没有火警
                    LINE    | high | L | LAMP_LINE_CUT    | 低，未动作，线断
                    LINE    | high | H | FINE             | 高，动作，线完好
                    ALARM   | high | H | INPUT_ALARM      | 高，动作，在报警
                    LOOP    | high | H | FINE             | 高，动作，杆下有东西
                    DARK    | high | L | FINE             | 低，未动作，天亮
                    SIREN   | high | . | NOT_KNOWN_NOW    | 输出，不读
                    LOCK    | high | H | FINE             | 高，动作，锁通电
                    CURRENT | high | L | FINE             | 低，未动作，灯没电流
                    MONITOR | high | - | PIN_UNREADABLE   | held by "x"
                    LOCK    | high | . | NOT_KNOWN_NOW    | 输出，不读
                    MONITOR | high | . | NOT_KNOWN_NOW    | 没有读到
                    GREEN   | high | . | NOT_KNOWN_NOW    | 输出，不读
                    D0      | low  | . | NOT_KNOWN_NOW    | 读头占用
                    """)
    void a_line_is_read_by_its_role(
            PointRole role, String active, String level, Diagnosis expected, String value) {
        PinPlan pin =
                new PinPlan(
                        new PointName("north", role),
                        5,
                        active.equals("low"),
                        PinPlan.Pull.UP,
                        Duration.ZERO);
        Optional<LineSigns> line =
                switch (level) {
                    case "H" -> Optional.of(new LineSigns("board", 5, false, true, ""));
                    case "L" -> Optional.of(new LineSigns("board", 5, false, false, ""));
                    case "-" ->
                            Optional.of(new LineSigns("board", 5, false, null, "held by \"x\""));
                    default -> Optional.empty();
                };
        Finding finding = PinFindings.of(pin, line, Optional.empty());
        assertEquals(expected, finding.diagnosis());
        assertEquals(value, finding.value().zh());
        assertEquals("pin.north." + role.fileName(), finding.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MAINS_LOST  | H | true  | MAINS_LOST
                    BATTERY_LOW | H | true  | BATTERY_LOW
                    TAMPER      | H | true  | INPUT_ALARM
                    MAINS_LOST  | L | true  | FINE
                    TAMPER      | line 0 of adc-1 is short (12 mV)  | true  | LOOP_FAULT
                    TAMPER      | adc-1 does not answer             | true  | CHIP_SILENT
                    TAMPER      | adc-1 does not answer             | false | CHIP_SILENT
                    TAMPER      | line 0 is held                    | false | PIN_UNREADABLE
                    """)
    void an_alarm_input_is_told_by_its_kind_and_its_wire(
            AlarmKind kind, String level, boolean watched, Diagnosis expected) {
        PinPlan pin =
                new PinPlan(
                        new PointName("box", PointRole.ALARM),
                        "adc-1",
                        0,
                        false,
                        PinPlan.Pull.NONE,
                        Duration.ZERO,
                        PinPlan.Drive.STEADY,
                        watched ? new Metering.Loop(500, 1500, 2800, 50) : null);
        boolean isLevel = level.length() == 1;
        LineSigns line =
                new LineSigns(
                        "adc-1",
                        0,
                        false,
                        isLevel ? level.equals("H") : null,
                        isLevel ? "" : level);
        assertEquals(
                expected, PinFindings.of(pin, Optional.of(line), Optional.of(kind)).diagnosis());
    }

    @Test
    void the_wires_of_a_reader_are_lines_as_well() {
        ReaderSigns reader = signs(null, wires(true, false, 0, 0, 0));
        List<Finding> pins = PinFindings.of(site, List.of(), List.of(reader));
        assertEquals(
                List.of("高，未动作，空闲", "低，动作，在拉低"),
                pins.stream()
                        .filter(each -> each.id().matches("pin.lane-outer.d[01]"))
                        .map(each -> each.value().zh())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true  | true  | FINE
                    false | true  | D0_LOW
                    true  | false | D1_LOW
                    false | false | BOTH_LOW
                          | true  | PIN_UNREADABLE
                    """)
    void wires_rest_high(@Nullable Boolean zero, @Nullable Boolean one, Diagnosis expected) {
        assertEquals(
                expected,
                found("wires", signs(null, wires(zero, one, 0, 0, 0)), false).diagnosis());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0    | 0 | 0 | FINE
                    100  | 5 | 0 | FINE
                    100  | 6 | 0 | FRAMES_REFUSED
                    0    | 1 | 0 | FRAMES_REFUSED
                    1    | 0 | 3 | EDGES_LOST
                    1    | 3 | 1 | FRAMES_REFUSED
                    """)
    void one_refused_frame_in_twenty_is_bearable(
            long whole, long tooShort, long edgesLost, Diagnosis expected) {
        assertEquals(
                expected,
                found("frames", signs(null, wires(true, true, whole, tooShort, edgesLost)), false)
                        .diagnosis());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10000001100011010001010111 | FINE          | 26 bit，末四位 6699，合 wiegand-26，7 秒前
                    10000001100011010001010110 | FRAME_FOREIGN | 26 bit，末四位 1046，不合 wiegand-26（校验错），7 秒前
                    100000011000               | FRAME_FOREIGN | 12 bit，末四位 2072，不合 wiegand-26（应有 26 位），7 秒前
                    0101                       | FINE          | 按键，7 秒前
                    """)
    void a_card_is_told_by_its_end_only(String bits, Diagnosis expected, String value) {
        Finding last = found("last", signs(new Delivered(Kind.CARD, bits, 7), null), false);
        assertEquals(expected, last.diagnosis());
        assertEquals(value, last.value().plain().zh());
    }

    @Test
    void all_bits_are_shown_only_where_they_are_asked_for() {
        ReaderSigns signs = signs(new Delivered(Kind.CARD, CARD, 7), null);
        assertTrue(found("last", signs, true).value().zh().contains("0x2063457 " + CARD));
        String all =
                new ReaderFindings(site, false)
                        .of(List.of(signs)).stream()
                                .map(each -> each.value().zh() + each.value().en())
                                .collect(Collectors.joining());
        assertFalse(all.contains(CARD), all);
        assertFalse(all.contains("2063457"), all);
        // The number on the card: facility 3, number 6699.
        assertFalse(all.contains("1A2B"), all);
    }

    @Test
    void of_keys_and_codes_only_that_they_came_is_told() {
        assertEquals(
                "按键，3 秒前",
                found("last", signs(new Delivered(Kind.KEY, "", 3), null), true)
                        .value()
                        .plain()
                        .zh());
        assertEquals(
                "二维码，3 分钟前",
                found("last", signs(new Delivered(Kind.TEXT, "", 180), null), true)
                        .value()
                        .plain()
                        .zh());
    }

    @Test
    void a_reader_that_nobody_can_ask_is_told_as_such() {
        assertEquals(
                List.of(Diagnosis.NOT_KNOWN_NOW, Diagnosis.NOT_KNOWN_NOW),
                new ReaderFindings(site, false)
                        .of(List.of()).stream().map(Finding::diagnosis).toList());
    }

    @Test
    void a_reader_that_failed_or_is_open_is_told() {
        ReaderSigns signs = new ReaderSigns(OUTER, null, "unplugged", true, null, null);
        assertEquals(Diagnosis.READER_FAILED, found("heard", signs, false).diagnosis());
        assertEquals(Diagnosis.READER_OPEN, found("case", signs, false).diagnosis());
    }

    @ParameterizedTest
    @EnumSource(ReaderFault.class)
    void every_fault_of_an_osdp_reader_has_an_advice(ReaderFault fault) {
        Finding finding =
                bus(
                        new ReaderState.OnLine(
                                OUTER, false, fault.name(), fault.words(), false, false));
        assertTrue(finding.verdict().asksForSomebody());
        assertTrue(fault.words().startsWith(finding.value().zh()), finding.value().zh());
        assertTrue(fault.words().endsWith(finding.value().en()), finding.value().en());
    }

    @Test
    void an_osdp_reader_is_online_or_has_no_good_supply_or_uses_its_makers_key() {
        assertEquals(Diagnosis.FINE, bus(online(false)).diagnosis());
        assertEquals(Diagnosis.READER_SUPPLY, bus(online(true)).diagnosis());
        assertEquals(
                Diagnosis.OSDP_DEFAULT_KEY,
                bus(new ReaderState.OnLine(OUTER, false, "DEFAULT_KEY", "a / b", false, false))
                        .diagnosis());
        assertEquals(
                Diagnosis.OSDP_SILENT,
                bus(new ReaderState.OnLine(OUTER, false, "", "", false, false)).diagnosis());
    }

    private static ReaderState.OnLine online(boolean powerFailed) {
        return new ReaderState.OnLine(OUTER, true, "", "", false, powerFailed);
    }

    private Finding bus(ReaderState.OnLine bus) {
        return found("osdp", new ReaderSigns(OUTER, null, "", false, null, bus), false);
    }

    private static ReaderState.OnWires wires(
            @Nullable Boolean zero, @Nullable Boolean one, long whole, long tooShort, long lost) {
        return new ReaderState.OnWires(
                OUTER, zero, one, whole, lost, tooShort, 0, 0, tooShort + lost > 0 ? 3 : 0);
    }

    private static ReaderSigns signs(
            @Nullable Delivered last, ReaderState.@Nullable OnWires wires) {
        return new ReaderSigns(OUTER, last, "", false, wires, null);
    }

    private Finding found(String what, ReaderSigns signs, boolean raw) {
        ReaderPlan plan = site.readers().getFirst();
        return new ReaderFindings(site, raw)
                .of(plan, signs).stream()
                        .filter(each -> each.id().equals("reader.lane-outer." + what))
                        .findFirst()
                        .orElseThrow();
    }

    static Site site() {
        Path file = Path.of("../../edge-config/sites/two-readers.yaml");
        return switch (SiteFiles.check(file)) {
            case SiteCheck.Good(Site good) -> good;
            case SiteCheck.Bad(var faults) -> throw new AssertionError(faults);
        };
    }
}
