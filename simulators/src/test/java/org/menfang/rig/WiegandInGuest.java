package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.rig.FullSpeed;

/// Readers on wires as fast as there are any, several at once. How many cards come through is the
/// machine's business: a busy one stretches pulses. That none vanishes is the gate's.
@Timeout(150)
final class WiegandInGuest {
    private static final int ROUNDS = 20;
    private static final int ROUNDS_MAX = 200;
    private static final int READERS = 4;

    @TempDir Path folder;

    @Test
    void a_card_that_four_readers_send_at_once_is_told_or_refused_and_counted() throws Exception {
        checkNoneIsLost(FullSpeed.USUAL);
    }

    @Test
    void no_card_of_the_quickest_readers_vanishes_either() throws Exception {
        checkNoneIsLost(FullSpeed.QUICKEST);
    }

    private void checkNoneIsLost(FullSpeed.Pace pace) throws Exception {
        try (FullSpeed readers = FullSpeed.open(Path.of(System.getProperty("rig.hands")), folder)) {
            FullSpeed.Tally tally = readers.send(pace, ROUNDS);
            assertEquals(0, tally.lost(), tally::toString);
            assertEquals((long) ROUNDS * READERS, tally.accepted() + tally.refused());
            long accepted = tally.accepted();
            for (int round = 0; accepted == 0 && round < ROUNDS_MAX; round++) {
                accepted = readers.send(pace, 1).accepted();
            }
            assertTrue(accepted > 0, "no card comes through at all");
        }
    }
}
