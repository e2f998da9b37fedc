package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// What is read of a command line without the library for it.
class RunArgumentsTest {
    @Test
    void all_that_can_be_asked_for_is_known() {
        Set<String> taken =
                new CommandLine(new RunCommand())
                        .getCommandSpec().options().stream()
                                .filter(option -> !option.usageHelp() && !option.versionHelp())
                                .map(OptionSpec::longestName)
                                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known =
                Arrays.stream(RunArguments.Name.values())
                        .map(RunArguments.Name::typed)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(taken, known);
    }

    @Test
    void what_a_service_manager_asks_for_is_read() {
        Wiring.Request request =
                read("run --site /etc/site.yaml --data /var/lib/gate --hardware linux");
        assertEquals(Path.of("/etc/site.yaml"), request.site());
        assertEquals(Path.of("/var/lib/gate"), request.data());
        assertNull(request.enrolmentCode());
        assertNull(request.watchdog());
        assertEquals(Language.ofSystem(), request.language());
    }

    @Test
    void a_value_may_be_joined_to_its_name() {
        Wiring.Request request =
                read("run --data=D --site=S --enrol CODE --watchdog=/dev/watchdog --language=zh");
        assertEquals(Path.of("S"), request.site());
        assertEquals("CODE", request.enrolmentCode());
        assertEquals(Path.of("/dev/watchdog"), request.watchdog());
        assertEquals(Language.zh, request.language());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check --site S",
                "run",
                "run --site S",
                "run --data D",
                "run --site S --data",
                "run --site S --data=",
                "run --site S --data D more",
                "run --site S --data D --help",
                "run --site S --data D --unknown U",
                "run --site S --data D --site T",
                "run --site S --data --hardware",
                "run --site S --data \"D\"",
                "run --site S --data D --language fr"
            })
    void everything_else_and_every_mistake_is_left_to_the_library(String typed) {
        assertTrue(RunArguments.read(typed.split(" ", -1)).isEmpty());
    }

    private static Wiring.Request read(String typed) {
        return RunArguments.read(typed.split(" ", -1)).orElseThrow();
    }
}
