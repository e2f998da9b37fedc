package org.menfang.gate.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.gate.app.doctor.ClockFindings.ClockReading;
import org.menfang.gate.app.doctor.RightsFindings.FileReading;
import org.menfang.gate.app.doctor.RightsFindings.Found;
import org.menfang.gate.app.doctor.RightsFindings.GateUser;
import org.menfang.gate.app.doctor.StorageFindings.DiskReading;
import org.menfang.gate.os.ClockWitness.Testimony;
import org.menfang.gate.sqlite.DatabaseExam;
import org.menfang.site.Site;

/// The board, its clock, its disk and its devices.
class MachineFindingsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final long MEGABYTE = 1024 * 1024;

    @TempDir Path root;

    /// Each line: a file of the machine and its text, and what is found of which thing then.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    proc/meminfo | MemAvailable:  200000 kB                | board.memory      | FINE
                    proc/meminfo | MemAvailable:   65535 kB                | board.memory      | MEMORY_LOW
                    proc/meminfo | MemAvailable:       x kB                | board.memory      | NOT_ON_THIS_BOARD
                    none         | -                                       | board.memory      | NOT_ON_THIS_BOARD
                    sys/class/thermal/thermal_zone0/temp | 48312           | board.temperature | FINE
                    sys/class/thermal/thermal_zone0/temp | 70000           | board.temperature | HOT
                    sys/class/thermal/thermal_zone0/temp | 80000           | board.temperature | TOO_HOT
                    sys/class/thermal/thermal_zone0/temp | warm            | board.temperature | NOT_ON_THIS_BOARD
                    sys/devices/platform/soc/soc:firmware/get_throttled | 0       | board.supply | FINE
                    sys/devices/platform/soc/soc:firmware/get_throttled | 0x50005 | board.supply | UNDER_VOLTAGE
                    sys/devices/platform/soc/soc:firmware/get_throttled | 50000   | board.supply | UNDER_VOLTAGE_BEFORE
                    sys/devices/platform/soc/soc:firmware/get_throttled | 0       | board.speed  | FINE
                    sys/devices/platform/soc/soc:firmware/get_throttled | 4       | board.speed  | THROTTLED
                    sys/devices/platform/soc/soc:firmware/get_throttled | 80000   | board.speed  | THROTTLED
                    sys/devices/platform/soc/soc:firmware/get_throttled | oops    | board.speed  | NOT_ON_THIS_BOARD
                    none         | -                                       | board.supply      | NOT_ON_THIS_BOARD
                    sys/class/watchdog/watchdog0/state | active            | board.watchdog    | FINE
                    sys/class/watchdog/watchdog0/state | inactive          | board.watchdog    | WATCHDOG_IDLE
                    none         | -                                       | board.watchdog    | NOT_ON_THIS_BOARD
                    """)
    void a_board_is_what_its_files_say(String file, String text, String id, Diagnosis expected)
            throws IOException {
        write(file, text);
        assertEquals(expected, one(BoardFindings.of(new MachineFiles(root).board()), id));
    }

    @Test
    void the_driver_of_the_kernel_tells_of_a_weak_supply() throws IOException {
        write("sys/class/hwmon/hwmon0/name", "cpu_thermal");
        write("sys/class/hwmon/hwmon1/name", "rpi_volt");
        write("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0");
        assertEquals(
                Diagnosis.FINE,
                one(BoardFindings.of(new MachineFiles(root).board()), "board.supply"));
        write("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1");
        assertEquals(
                Diagnosis.UNDER_VOLTAGE,
                one(BoardFindings.of(new MachineFiles(root).board()), "board.supply"));
    }

    @Test
    void no_file_is_read_beyond_its_bound() throws IOException {
        write("proc/meminfo", "x".repeat(20_000) + "\nMemAvailable: 1 kB");
        assertEquals(
                Diagnosis.NOT_ON_THIS_BOARD,
                one(BoardFindings.of(new MachineFiles(root).board()), "board.memory"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SYNCHRONISED          | 2026-11-01T00:00:00Z | 0    | FINE            | FINE
                    SET_BY_HARDWARE_CLOCK | 2026-11-01T00:00:00Z | -60  | FINE            | FINE
                    NONE                  | 2026-11-01T00:00:00Z | 61   | CLOCK_UNTRUSTED | RTC_OFF
                    NONE                  | 2026-11-24T00:00:00Z | -61  | CLOCK_BEHIND    | RTC_OFF
                    SYNCHRONISED          | 2026-11-01T00:00:00Z |      | FINE            | NOT_ON_THIS_BOARD
                    """)
    void a_clock_is_trusted_by_whoever_vouches_for_it(
            Testimony witness,
            Instant madeAt,
            @Nullable Long off,
            Diagnosis trust,
            Diagnosis hardwareClock) {
        List<Finding> all =
                ClockFindings.of(
                        new ClockReading(
                                NOW,
                                madeAt,
                                witness,
                                off == null
                                        ? OptionalLong.empty()
                                        : OptionalLong.of(NOW.getEpochSecond() + off)),
                        Optional.empty(),
                        ZoneOffset.UTC);
        assertEquals(trust, one(all, "clock.trust"));
        assertEquals(hardwareClock, one(all, "clock.hardware"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200  | true  |         | FINE
                    199  | true  |         | DISK_LOW
                    19   | true  |         | DISK_FULL
                    5000 | false |         | DISK_READ_ONLY
                    5000 | true  | no disk | DATA_UNREADABLE
                    """)
    void a_disk_has_room(
            long freeMegabytes, boolean writable, @Nullable String trouble, Diagnosis expected) {
        DiskReading disk =
                new DiskReading(
                        freeMegabytes * MEGABYTE,
                        8_000 * MEGABYTE,
                        writable,
                        trouble == null ? "" : trouble);
        List<Finding> all = StorageFindings.of(disk, Optional.empty(), Optional.empty());
        assertEquals(expected, one(all, "storage.disk"));
        assertEquals(Diagnosis.NOT_KNOWN_NOW, one(all, "storage.database"));
    }

    @Test
    void a_database_is_whole_or_damaged_or_not_there() {
        assertEquals(Diagnosis.FINE, database(new DatabaseExam.Result.Whole(1, true)));
        assertEquals(Diagnosis.FINE, database(new DatabaseExam.Result.Whole(1, false)));
        assertEquals(Diagnosis.DATABASE_NONE, database(new DatabaseExam.Result.None()));
        assertEquals(
                Diagnosis.DATABASE_DAMAGED, database(new DatabaseExam.Result.Broken("torn", true)));
        assertEquals(
                Diagnosis.DATA_UNREADABLE, database(new DatabaseExam.Result.Broken("no", false)));
    }

    private static Diagnosis database(DatabaseExam.Result exam) {
        return one(
                StorageFindings.of(
                        new DiskReading(1, 1, true, ""), Optional.of(exam), Optional.empty()),
                "storage.database");
    }

    /// The gate runs as `menfang`, which is in the group gpio.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    root    | gpio    | rw-rw---- | FINE
                    root    | dialout | rw-rw---- | DEVICE_REFUSED
                    root    | gpio    | rw-r----- | DEVICE_REFUSED
                    menfang | root    | rw------- | FINE
                    menfang | gpio    | r--rw-rw- | DEVICE_REFUSED
                    root    | root    | rw-rw-rw- | FINE
                            |         |           | DEVICE_MISSING
                    """)
    void a_device_is_there_and_may_be_used_by_the_gate(
            @Nullable String owner,
            @Nullable String group,
            @Nullable String permissions,
            Diagnosis expected) {
        FileReading device = new FileReading("/dev/gpiochip0", found(owner, group, permissions));
        List<Finding> all =
                RightsFindings.of(
                        new FileReading("/data", found("menfang", "menfang", "rwx------")),
                        true,
                        new GateUser("menfang", Set.of("menfang", "gpio")),
                        List.of(device));
        assertEquals(expected, one(all, "rights./dev/gpiochip0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rwx------ | true  | FINE
                    rwxr-x--- | true  | DATA_OPEN
                    rwx------ | false | DATA_UNREADABLE
                              | true  | DATABASE_NONE
                    """)
    void the_data_folder_is_for_the_gate_alone(
            @Nullable String permissions, boolean enterable, Diagnosis expected) {
        FileReading data = new FileReading("/data", found("menfang", "menfang", permissions));
        assertEquals(
                expected,
                one(
                        RightsFindings.of(
                                data, enterable, new GateUser("menfang", Set.of()), List.of()),
                        "rights.data"));
    }

    @Test
    void groups_are_read_from_their_file() throws IOException {
        write("etc/group", "root:x:0:\ngpio:x:997:pi,menfang\ni2c:x:998:pi\nbroken\n");
        assertEquals(
                new GateUser("menfang", Set.of("menfang", "gpio")),
                FileRights.user("menfang", root.resolve("etc/group")));
        assertEquals(
                new GateUser("menfang", Set.of("menfang")),
                FileRights.user("menfang", root.resolve("none")));
    }

    @Test
    void the_devices_of_a_site_are_its_chips_lines_and_readers() throws IOException {
        write("dev/gpiochip0", "");
        write("dev/gpiochip1", "");
        assertEquals(
                List.of("gpiochip0", "gpiochip1"),
                devices(FileRights.devices(site(), root.resolve("dev"))));
        assertEquals(
                List.of("gpiochip0"),
                devices(FileRights.devices(site(), Files.createDirectory(root.resolve("empty")))));
    }

    private static List<String> devices(List<Path> paths) {
        return paths.stream().map(path -> String.valueOf(path.getFileName())).toList();
    }

    private static Site site() {
        return PinAndReaderFindingsTest.site();
    }

    private static @Nullable Found found(
            @Nullable String owner, @Nullable String group, @Nullable String permissions) {
        return owner == null || group == null || permissions == null
                ? null
                : new Found(owner, group, PosixFilePermissions.fromString(permissions));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }

    private static Diagnosis one(List<Finding> all, String id) {
        List<Finding> found = all.stream().filter(each -> each.id().equals(id)).toList();
        assertTrue(
                found.size() == 1,
                () -> all.stream().map(Finding::id).collect(Collectors.joining(" ")));
        return found.getFirst().diagnosis();
    }
}
