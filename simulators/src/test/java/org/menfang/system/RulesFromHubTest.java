package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.local.EventSearch;
import org.menfang.gate.local.LocalQuestions;
import org.menfang.gate.local.Records;
import org.menfang.sim.device.Card;

/// What the committee changes, on its way from the hub to a door.
@Timeout(600)
final class RulesFromHubTest {
    @TempDir Path folder;

    @Test
    void a_published_set_decides_without_a_restart_and_says_why() throws Exception {
        try (RunningCompound compound = RunningCompound.start(folder)) {
            Card card = Residents.worker(0).card();
            try (DeviceHands hands = compound.hands()) {
                hands.awaitSecured("north-gate");
                hands.present("north-reader", card);
                hands.pushUntilOpen("north-gate");
                compound.publishRules(nextVersionWithAllCardsSuspended(compound));
                compound.awaitGateSays("rules of version 2 are in force");
                hands.present("north-reader", card);
                hands.awaitDevice("\"shows\":\"DENIED_BLOCKED\"");
            }
            Path socket = compound.folder().gate().resolve("run").resolve("gate.socket");
            String why = compound.explain(firstDenied(new LocalQuestions(socket)));
            assertTrue(why.contains("rules of version 2"), why);
            assertTrue(why.contains("x in use: against it: suspended"), why);
            compound.stop();
        }
    }

    private Path nextVersionWithAllCardsSuspended(RunningCompound compound) throws IOException {
        String text =
                Files.readString(compound.folder().rules())
                        .replaceFirst("\"version\":1,", "\"version\":2,")
                        .replace("\"status\":\"ACTIVE\"", "\"status\":\"SUSPENDED\"");
        return Files.writeString(folder.resolve("next.json"), text);
    }

    private static long firstDenied(Records records) {
        for (long seq = 1; records.event(seq) instanceof EventSearch.Found(String text); seq++) {
            if (text.contains("SUSPENDED")) {
                return seq;
            }
        }
        return fail("no event tells of a denial");
    }
}
