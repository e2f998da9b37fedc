package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.json.JsonTree;
import org.menfang.sim.demo.DemoFailure;

/// What the committee decides, from the command line of the hub to the lock and back to the reason.
@Timeout(600)
final class PublishedRulesTest {
    private static final String NORTH_WINDOW = "readers/north-reader/show";
    private static final int EVENTS_LOOKED_AT_MAX = 80;

    @TempDir Path folder;

    @Test
    void a_pass_of_the_hub_opens_until_it_is_taken_back_and_the_gate_says_why() throws Exception {
        try (RunningCompound compound = RunningCompound.start(folder);
                DeviceHands hands = compound.hands()) {
            compound.publishRules();
            compound.awaitInGateLog("rules of version 2 are in force");
            Path slips = folder.resolve("slips");
            compound.hub(
                    "pass",
                    "issue",
                    "--data",
                    compound.folder().hub().toString(),
                    "--rules",
                    compound.folder().rules().toString(),
                    "--access-point",
                    "north-in",
                    "--from",
                    compound.dayBefore() + "T00:00",
                    "--hours",
                    "72",
                    "--out",
                    slips.toString());
            Path text = only(slips, ".txt");
            JsonTree shown = JsonTree.object().put("text", Files.readString(text).strip()).build();
            hands.act(NORTH_WINDOW, shown);
            hands.pushUntilOpen("north-gate");
            hands.awaitSecured("north-gate");

            String number = text.getFileName().toString().replace(".txt", "");
            compound.hub("pass", "revoke", number, "--data", compound.folder().hub().toString());
            compound.awaitInGateLog("rules of version 3 are in force");
            hands.act(NORTH_WINDOW, shown);
            compound.awaitInGateLog("denied at north-in: pass revoked");
            assertFalse(hands.push("north-gate"));
            awaitExplanation(compound, "the pass was taken back");
            compound.stop();
        }
    }

    /// Asks the running gate for the reasons of each of its first events, until one holds the
    /// words.
    private static void awaitExplanation(RunningCompound compound, String words)
            throws IOException, InterruptedException {
        for (int seq = 1; seq <= EVENTS_LOOKED_AT_MAX; seq++) {
            if (explained(compound, seq).contains(words)) {
                return;
            }
        }
        fail("no event of the gate was explained by: " + words);
    }

    /// Most events are no decisions: nothing is explained then.
    private static String explained(RunningCompound compound, int seq)
            throws IOException, InterruptedException {
        try {
            return compound.gate(
                    "explain",
                    "--data",
                    compound.folder().gate().toString(),
                    "--language",
                    "en",
                    "main/events/" + seq);
        } catch (DemoFailure _) {
            return "";
        }
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
        }
    }
}
