package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.people.Population;

/// A gate decides alone.
@Timeout(600)
final class GateAloneTest {
    @TempDir Path folder;

    @Test
    void without_any_hub_a_resident_gets_in_and_a_foreign_card_does_not() throws Exception {
        try (RunningCompound compound = RunningCompound.setUp(folder)) {
            compound.startGate(null);
            try (DeviceHands hands = compound.hands()) {
                hands.awaitSecured("north-gate");
                hands.present("north-reader", Population.FOREIGN_CARD);
                hands.awaitDevice("\"shows\":\"DENIED_UNKNOWN\"");
                assertFalse(hands.push("north-gate"));
                hands.present("north-reader", Residents.worker(0).card());
                hands.pushUntilOpen("north-gate");
            }
            compound.stop();
        }
    }
}
