package org.menfang.gate.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;

class SupplyWatchTest {
    @TempDir private Path monitors;

    private final List<Input> told = new ArrayList<>();

    @BeforeEach
    void anotherMonitor() throws IOException {
        Path other = Files.createDirectory(monitors.resolve("hwmon0"));
        Files.writeString(other.resolve("name"), "cpu_thermal\n");
    }

    @Test
    void a_weak_supply_is_told_once_and_so_is_its_end() throws IOException {
        Path alarm = driver("0\n");
        SupplyWatch watch = SupplyWatch.of(monitors, told::add).orElseThrow();
        watch.run();
        assertEquals(List.of(), told);
        Files.writeString(alarm, "1\n");
        watch.run();
        watch.run();
        assertEquals(List.of(new Input.SupplyChanged(true)), told);
        Files.writeString(alarm, "0\n");
        watch.run();
        watch.run();
        assertEquals(List.of(new Input.SupplyChanged(true), new Input.SupplyChanged(false)), told);
    }

    @Test
    void what_cannot_be_read_changes_nothing() throws IOException {
        Path alarm = driver("1\n");
        SupplyWatch watch = SupplyWatch.of(monitors, told::add).orElseThrow();
        watch.run();
        Files.delete(alarm);
        watch.run();
        assertEquals(List.of(new Input.SupplyChanged(true)), told);
    }

    @Test
    void a_machine_without_the_driver_tells_nothing() {
        assertTrue(SupplyWatch.of(monitors, told::add).isEmpty());
        assertTrue(SupplyWatch.of(monitors.resolve("missing"), told::add).isEmpty());
    }

    private Path driver(String value) throws IOException {
        Path folder = Files.createDirectory(monitors.resolve("hwmon1"));
        Files.writeString(folder.resolve("name"), "rpi_volt\n");
        return Files.writeString(folder.resolve("in0_lcrit_alarm"), value);
    }
}
