package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.demo.Program;
import org.menfang.sim.people.Population;

/// The doctor at a gate of the simulated compound, while it runs and while it does not.
@Timeout(600)
final class DoctorTest {
    private static final int HEAP_MEGABYTES = 128;
    private static final int LOOKS_MAX = 30;

    @TempDir Path folder;

    @Test
    void a_gate_with_a_hub_is_found_well_and_so_are_its_inputs_once_it_has_ended()
            throws Exception {
        try (RunningCompound compound = RunningCompound.start(folder)) {
            try (DeviceHands hands = compound.hands()) {
                hands.awaitSecured("north-gate");
                hands.present("north-reader", Population.FOREIGN_CARD);
                hands.awaitDevice("\"shows\":\"DENIED_UNKNOWN\"");
                compound.awaitInGateLog("denied");
                String running = doctorOnceLinked(compound);
                assertFound(running, "gate.runs", "FINE");
                assertFound(running, "pin.north-gate.lock", "FINE");
                assertTrue(running.contains("high, active, energised"), running);
                assertFound(running, "reader.north-reader.last", "FINE");
                assertFound(running, "storage.journal", "FINE");
                assertFound(running, "hub.certificate", "FINE");
                assertFound(running, "hub.broker", "FINE");
                assertTrue(running.contains("TLSv1.3"), running);
                assertFound(running, "hub.link", "FINE");
                assertFound(running, "hub.online", "FINE");
                assertFound(running, "hub.backlog", "FINE");
                assertFound(running, "rules", "FINE");
                assertFalse(hands.push("north-gate"));
            }
            compound.stop();
            String stopped = doctor(compound);
            assertFound(stopped, "gate.runs", "LOOK");
            assertFound(stopped, "pin.north-gate.monitor", "FINE");
            assertFound(stopped, "pin.north-gate.lock", "ABSENT");
            assertFound(stopped, "storage.database", "FINE");
            assertFound(stopped, "rules", "FINE");
            assertFound(stopped, "hub.certificate", "FINE");
            assertFound(stopped, "hub.broker", "BROKEN");
        }
    }

    /// The hub is seen a while after the gate decides.
    private String doctorOnceLinked(RunningCompound compound)
            throws IOException, InterruptedException {
        String said = doctor(compound);
        for (int i = 0; i < LOOKS_MAX && !isFound(said, "hub.online", "FINE"); i++) {
            said = doctor(compound);
        }
        return said;
    }

    private String doctor(RunningCompound compound) throws IOException, InterruptedException {
        Path log = folder.resolve("doctor.log");
        Files.deleteIfExists(log);
        Program doctor =
                new Program(
                        "doctor",
                        "org.menfang.gate.app.Main",
                        HEAP_MEGABYTES,
                        Files.createTempDirectory(folder, "doctor"),
                        log);
        Process process =
                doctor.start(
                        List.of(),
                        List.of(
                                "doctor",
                                "--site",
                                compound.folder().siteFile().toString(),
                                "--data",
                                compound.folder().gate().toString(),
                                "--hardware",
                                "simulated",
                                "--json"));
        int status = process.waitFor();
        String said = Files.readString(log);
        // What vouches for the clock of this machine is not the test's business.
        assertTrue(status == 0 || status == 1, said);
        assertEquals(
                1, said.lines().filter(line -> line.startsWith("{\"doctor\":1,")).count(), said);
        return said;
    }

    private static void assertFound(String report, String id, String verdict) {
        assertTrue(isFound(report, id, verdict), () -> id + " is not " + verdict + ": " + report);
    }

    private static boolean isFound(String report, String id, String verdict) {
        return report.contains("{\"id\":\"" + id + "\",\"verdict\":\"" + verdict + "\"");
    }
}
