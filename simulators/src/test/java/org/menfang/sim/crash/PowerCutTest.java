package org.menfang.sim.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The power is cut while the real storage of gate and hub writes, on a disk that loses and tears
/// what was not synced.
@Timeout(600)
final class PowerCutTest {
    private static final int GATE_CUTS = 18;
    private static final int HUB_CUTS = 12;

    /// Each build draws cuts that no build had before; a failure prints the seed.
    private static final long FRESH_SEED = ThreadLocalRandom.current().nextLong(1_000_000_000);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private CutRig rig;

    @BeforeEach
    void build() throws Exception {
        rig = new CutRig(PowerCutShim.build(folder.resolve("shim")), folder);
    }

    @Test
    void nothing_that_a_gate_acknowledged_is_lost_its_chain_is_whole_and_it_serves_again()
            throws Exception {
        check(rig.run(Victim.GATE, GATE_CUTS, FRESH_SEED), GATE_CUTS);
    }

    @Test
    void nothing_that_a_hub_acknowledged_is_lost_its_chains_are_whole_and_it_serves_again()
            throws Exception {
        check(rig.run(Victim.HUB, HUB_CUTS, FRESH_SEED), HUB_CUTS);
    }

    /// The rig sees what it is there for: these must lose.
    @Test
    void a_gate_and_a_hub_that_sync_too_little_lose_what_they_acknowledged() throws Exception {
        List<Tally> controls = rig.controls(List.of(Victim.values()), FRESH_SEED);
        assertEquals(2 * Victim.values().length, controls.size());
        for (Tally tally : controls) {
            assertEquals(List.of(), tally.failures());
            assertTrue(tally.lost() + tally.corrupt() > 0, tally.toString());
        }
    }

    private static void check(Tally tally, int cuts) {
        assertEquals(List.of(), tally.failures());
        assertEquals(cuts, tally.cuts());
        assertEquals(0, tally.lost());
        assertTrue(tally.acknowledged() > 0, tally.toString());
        assertTrue(tally.bytesLost() > 0, "the disk lost nothing: " + tally);
    }
}
