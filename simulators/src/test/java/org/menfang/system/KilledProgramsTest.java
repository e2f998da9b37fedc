package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.crash.KillRig;
import org.menfang.sim.crash.KillTally;
import org.menfang.sim.crash.PowerCutShim;

/// Gate, hub and broker are killed, and have their power cut, while people use the doors.
@Timeout(600)
final class KilledProgramsTest {
    /// Each kind of blow once.
    private static final int KILLS = 6;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void the_hub_holds_every_event_once_in_order_and_no_file_is_left_behind() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000_000);
        PowerCutShim shim = PowerCutShim.build(folder.resolve("shim"));
        KillTally tally = new KillRig(shim, folder).run(KILLS, seed, true);
        assertEquals(List.of(), tally.failures());
        assertEquals(KILLS, tally.blows().size(), tally.toString());
        assertEquals(0, tally.lost());
        assertTrue(tally.events() > 100, tally.toString());
    }
}
