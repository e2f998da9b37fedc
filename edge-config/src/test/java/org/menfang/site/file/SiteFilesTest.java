package org.menfang.site.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.site.AlarmInputPlan;
import org.menfang.site.BoardChip;
import org.menfang.site.CardFormat;
import org.menfang.site.DoorPlan;
import org.menfang.site.DoorTimings;
import org.menfang.site.HubAddress;
import org.menfang.site.Metering;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderLine;
import org.menfang.site.ReaderPlan;
import org.menfang.site.SirenPlan;
import org.menfang.site.Site;
import org.menfang.site.Wiring;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.LockKind;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.SirenId;

class SiteFilesTest {
    private static final Path GOOD = Path.of("src/test/resources/org/menfang/site/file/good.yaml");

    @TempDir Path data;

    @ParameterizedTest
    @ValueSource(strings = {"lane.yaml", "clinic.yaml", "two-readers.yaml", "barrier.yaml"})
    void the_examples_are_good_and_point_editors_to_the_schema(String name) throws IOException {
        Path file = Path.of("sites", name);
        assertInstanceOf(SiteCheck.Good.class, SiteFiles.check(file));
        String first = Files.readAllLines(file).getFirst();
        String prefix = "# yaml-language-server: $schema=";
        assertTrue(first.startsWith(prefix));
        assertTrue(Files.exists(Path.of("sites").resolve(first.substring(prefix.length()))));
    }

    @Test
    void a_door_is_what_its_file_says() {
        DoorPlan door = clinic().door(new DoorId("north-gate")).orElseThrow();
        assertEquals(
                new DoorPlan(
                        new DoorId("north-gate"),
                        "北门",
                        LockKind.MAGLOCK,
                        FailMode.FAIL_SAFE,
                        new DoorTimings(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(10))),
                door);
    }

    @Test
    void timings_that_are_left_out_follow_from_the_others() {
        DoorTimings times = clinic().door(new DoorId("bike-shed")).orElseThrow().timings();
        assertEquals(Duration.ofSeconds(24), times.extendedRelease());
        assertEquals(Duration.ofMinutes(2), times.extendedHeld());
        assertEquals(Duration.ofSeconds(20), times.preAlarm());
    }

    @Test
    void an_access_point_has_a_reader_or_is_a_rex() {
        Site site = clinic();
        assertEquals(
                new AccessPointId("north-in"),
                site.accessPointOf(new ReaderId("north-reader")).orElseThrow().id());
        assertTrue(site.accessPoint(new AccessPointId("north-out")).orElseThrow().isRex());
    }

    @Test
    void a_pin_carries_its_point() {
        assertEquals(
                new PinPlan(
                        PointName.lock(new DoorId("north-gate")),
                        17,
                        false,
                        PinPlan.Pull.NONE,
                        Duration.ZERO),
                pin(PointName.lock(new DoorId("north-gate"))));
        assertEquals(
                new PinPlan(PointName.FIRE, 12, false, PinPlan.Pull.UP, Duration.ofMillis(50)),
                pin(PointName.FIRE));
    }

    @Test
    void an_input_without_a_pull_is_pulled_towards_rest() {
        assertEquals(PinPlan.Pull.DOWN, pin(PointName.current(new LampId("lane-1"))).pull());
    }

    @Test
    void a_reader_says_how_it_is_connected() {
        Site site = site(Path.of("src/test/resources/org/menfang/site/file/readers.yaml"));
        assertEquals(
                List.of(
                        new ReaderConnection.Wiegand(),
                        new ReaderConnection.Osdp("back-wall", 0),
                        new ReaderConnection.Osdp("far", 0),
                        new ReaderConnection.Keyboard(Path.of("/dev/input/by-id/usb-reader")),
                        new ReaderConnection.Serial(Path.of("/dev/serial/by-id/scanner"), 9600),
                        new ReaderConnection.Unsaid()),
                site.readers().stream().map(ReaderPlan::connection).toList());
        assertEquals(
                new Wiring(
                        Optional.of("pinctrl-bcm2711"),
                        new TreeMap<>(
                                Map.of(
                                        "back-wall",
                                        new ReaderLine.Device(Path.of("/dev/ttyAMA0"), 19200),
                                        "far",
                                        new ReaderLine.Tcp("192.168.1.50", 4001))),
                        List.of(
                                new BoardChip("in-1", BoardChip.Kind.MCP23017, 1, 0x20),
                                new BoardChip("adc-1", BoardChip.Kind.ADS1115, 1, 0x48))),
                site.wiring());
    }

    @Test
    void a_line_that_is_measured_says_which_values_are_high() {
        Site site = site(Path.of("src/test/resources/org/menfang/site/file/meters.yaml"));
        assertEquals(
                new PinPlan(
                        PointName.monitor(new DoorId("north-gate")),
                        "adc-1",
                        0,
                        false,
                        PinPlan.Pull.NONE,
                        Duration.ofMillis(50),
                        PinPlan.Drive.STEADY,
                        new Metering.Loop(800, 1_925, 2_750, 50)),
                pin(site, PointName.monitor(new DoorId("north-gate"))));
        assertEquals(
                new Metering.Loop(700, 1_900, 2_700, 40),
                pin(site, PointName.line(new LampId("lane-1"))).metering());
        assertEquals(
                new Metering.Threshold(150, 10),
                pin(site, PointName.current(new LampId("lane-1"))).metering());
        assertEquals(
                new Metering.Threshold(1_650, 200),
                pin(site, PointName.alarm(new AlarmInputId("panic"))).metering());
        assertEquals(
                Optional.of(
                        new BoardChip("in-1", BoardChip.Kind.MCP23017, 1, 0x20, OptionalInt.of(6))),
                site.wiring().chip("in-1"));
    }

    @Test
    void a_siren_sounds_for_three_minutes_unless_the_file_says_otherwise() {
        Site site = site(Path.of("src/test/resources/org/menfang/site/file/meters.yaml"));
        assertEquals(
                List.of(
                        new SirenPlan(new SirenId("yard"), "警号", Duration.ofMinutes(1), true),
                        new SirenPlan(new SirenId("lane"), "小警号", Duration.ofMinutes(3), false)),
                site.sirens());
    }

    @Test
    void mains_and_battery_are_alarm_inputs() {
        Site site = site(Path.of("src/test/resources/org/menfang/site/file/meters.yaml"));
        assertEquals(
                List.of(
                        AlarmKind.PANIC,
                        AlarmKind.TAMPER,
                        AlarmKind.MAINS_LOST,
                        AlarmKind.BATTERY_LOW),
                site.alarmInputs().stream().map(AlarmInputPlan::kind).toList());
    }

    @Test
    void the_wires_of_a_reader_are_points_without_debounce() {
        Site site = site(Path.of("src/test/resources/org/menfang/site/file/readers.yaml"));
        assertEquals(
                new PinPlan(
                        new PointName("by-wire", PointRole.D0),
                        20,
                        true,
                        PinPlan.Pull.UP,
                        Duration.ZERO),
                pin(site, new PointName("by-wire", PointRole.D0)));
        assertEquals(
                new PinPlan(
                        new PointName("by-wire", PointRole.GREEN),
                        "in-1",
                        15,
                        true,
                        PinPlan.Pull.NONE,
                        Duration.ZERO),
                pin(site, new PointName("by-wire", PointRole.GREEN)));
    }

    @Test
    void a_card_format_is_what_its_file_says() {
        Site site = site(Path.of("src/test/resources/org/menfang/site/file/readers.yaml"));
        assertEquals(
                new CardFormat(
                        "club-35",
                        35,
                        new CardFormat.Field(2, 12),
                        new CardFormat.Field(14, 20),
                        List.of(
                                new CardFormat.Parity(
                                        CardFormat.Parity.Kind.EVEN,
                                        1,
                                        "00110110110110110110110110110110110"),
                                CardFormat.Parity.over(
                                        CardFormat.Parity.Kind.ODD,
                                        34,
                                        new CardFormat.Field(1, 33),
                                        35),
                                CardFormat.Parity.over(
                                        CardFormat.Parity.Kind.ODD,
                                        0,
                                        new CardFormat.Field(1, 34),
                                        35))),
                site.readers().getFirst().format());
        assertEquals(
                CardFormat.USUAL,
                site.readers().subList(1, 4).stream().map(ReaderPlan::format).toList());
    }

    @Test
    void a_gate_may_stand_alone_or_have_a_hub() {
        assertEquals(new HubAddress("localhost", 8883, 8443), clinic().hub());
        assertEquals(null, site(Path.of("sites/lane.yaml")).hub());
    }

    @Test
    void a_good_file_is_kept_for_a_worse_day() throws IOException {
        SiteLoad.Fresh fresh = assertInstanceOf(SiteLoad.Fresh.class, SiteFiles.load(GOOD, data));
        assertEquals(Optional.empty(), fresh.notKept());
        assertEquals(-1, Files.mismatch(GOOD, data.resolve(LastGoodFile.NAME)));
        assertFalse(Files.exists(data.resolve(LastGoodFile.NAME + ".new")));
    }

    @Test
    void a_gate_with_a_bad_file_runs_with_the_last_good_one_and_names_the_line() {
        Site before = assertInstanceOf(SiteLoad.Fresh.class, SiteFiles.load(GOOD, data)).site();
        SiteLoad.LastGood last =
                assertInstanceOf(
                        SiteLoad.LastGood.class,
                        SiteFiles.load(fixture("release-too-short"), data));
        assertEquals(before, last.site());
        assertEquals(
                "site.yaml:15:14: The lock is released for 2s only; the least is 3s.",
                last.faults().getFirst().describe("site.yaml", Locale.ENGLISH));
    }

    @Test
    void a_missing_file_is_a_bad_one() {
        assertInstanceOf(SiteLoad.Fresh.class, SiteFiles.load(GOOD, data));
        SiteLoad.LastGood last =
                assertInstanceOf(
                        SiteLoad.LastGood.class, SiteFiles.load(data.resolve("none.yaml"), data));
        assertEquals(
                List.of(FaultCode.FILE_UNREADABLE),
                last.faults().stream().map(SiteFault::code).toList());
    }

    @Test
    void a_gate_that_never_had_a_good_file_has_no_site() {
        assertInstanceOf(SiteLoad.None.class, SiteFiles.load(fixture("unknown-door"), data));
    }

    @Test
    void a_damaged_copy_is_not_believed() throws IOException {
        Files.writeString(data.resolve(LastGoodFile.NAME), "site: 1\ncompound: half-a-fi");
        SiteLoad.None none =
                assertInstanceOf(
                        SiteLoad.None.class, SiteFiles.load(fixture("unknown-door"), data));
        assertEquals(FaultCode.UNKNOWN_DOOR, none.faults().getFirst().code());
    }

    @Test
    void a_gate_whose_data_folder_cannot_be_written_still_runs_and_says_so() throws IOException {
        Path file = Files.writeString(data.resolve("a-file"), "in the way");
        SiteLoad.Fresh fresh = assertInstanceOf(SiteLoad.Fresh.class, SiteFiles.load(GOOD, file));
        assertTrue(fresh.notKept().isPresent());
    }

    @Test
    void a_copy_that_is_there_already_is_not_written_again() throws IOException {
        SiteFiles.load(GOOD, data);
        Path copy = data.resolve(LastGoodFile.NAME);
        Object before = Files.getAttribute(copy, "unix:ino");
        SiteFiles.load(GOOD, data);
        assertEquals(before, Files.getAttribute(copy, "unix:ino"));
    }

    private static Path fixture(String name) {
        return Path.of("src/test/resources/org/menfang/site/file/faults", name + ".yaml");
    }

    private static PinPlan pin(PointName point) {
        return pin(clinic(), point);
    }

    private static PinPlan pin(Site site, PointName point) {
        return site.pin(point).orElseThrow();
    }

    private static Site clinic() {
        return site(Path.of("sites/clinic.yaml"));
    }

    private static Site site(Path file) {
        SiteCheck check = SiteFiles.check(file);
        return assertInstanceOf(SiteCheck.Good.class, check, check.toString()).site();
    }
}
