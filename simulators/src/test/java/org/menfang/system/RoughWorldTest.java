package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.json.JsonTree;
import org.menfang.sim.people.Person;

/// A gate as a process, among broken things.
@Timeout(600)
final class RoughWorldTest {
    @TempDir Path folder;

    @Test
    void noise_a_loose_contact_and_a_clock_in_1970_keep_nobody_out_and_nobody_in()
            throws Exception {
        try (RunningCompound compound = RunningCompound.setUp(folder)) {
            compound.startGate(null);
            try (DeviceHands hands = compound.hands()) {
                hands.awaitSecured("north-gate");
                hands.awaitSecured("clinic-door");
                hands.act(
                        "readers/south-reader/flood",
                        JsonTree.object().put("reads", 20_000).put("everyMicros", 1_000).build());
                hands.act("doors/north-gate/rattle", DeviceHands.NOTHING);
                hands.act(
                        "clock/set", JsonTree.object().put("time", "1970-01-01T00:00:00Z").build());
                // Nobody knows whether it is night, so that whoever has a PIN is asked for it.
                Person resident = Residents.worker(0);
                hands.present("north-reader", resident.card());
                hands.awaitDevice("\"shows\":\"ENTER_PIN\"");
                hands.act(
                        "readers/north-reader/keys",
                        JsonTree.object().put("keys", resident.pin() + "#").build());
                hands.pushUntilOpen("north-gate");
                hands.act("exits/clinic-out/press", DeviceHands.NOTHING);
                hands.pushUntilOpen("clinic-door");
            }
            compound.stop();
            checkLog(Files.readString(compound.folder().logs().resolve("gate.log")));
        }
    }

    private static void checkLog(String log) {
        assertTrue(log.contains("clock not trusted"), log);
        assertTrue(log.contains("reader flooded"), log);
        assertFalse(log.contains("forced open"), log);
        long denials = log.lines().filter(line -> line.contains("denied at")).count();
        assertTrue(denials < 50, () -> denials + " denials");
    }
}
