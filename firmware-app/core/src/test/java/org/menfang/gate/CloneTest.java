package org.menfang.gate;

import org.junit.jupiter.api.Test;
import org.menfang.gate.PlaceSamples.Extra;

/// Cards of which there are two.
class CloneTest {
    private static final Extra FAR =
            Extra.NONE.with(
                    PlaceSamples.way("main-in", "side-in", 60),
                    PlaceSamples.way("main-in", "far-in", 300));

    private static GateScript script() {
        return FAR.running().showing(ScriptEffects.Kind.EVENT);
    }

    @Test
    void nobody_walks_so_fast() {
        script().run(
                        """
                        1s   card main-in 01:0001 -> AccessGranted a-1
                        30s  card side-in 01:0001 -> AccessNotTaken, AccessGranted a-1, AlarmRaised CARD_CLONED
                        2m   card main-in 01:0001 -> AccessNotTaken, AlarmReturned, AccessGranted a-1
                        3m   card side-in 01:0001 -> AccessNotTaken, AccessGranted a-1
                        3m2s card main-in 01:0002 -> AccessGranted a-2
                        """);
    }

    @Test
    void nobody_walks_so_fast_from_another_gate_even_if_the_news_is_late() {
        script().run(
                        """
                        1s card main-in 01:0001 -> AccessGranted a-1
                        9s peer gate-2 5 granted a-1 01:0001 far-in yard -> AccessNotTaken, AlarmRaised CARD_CLONED
                        2h card main-in 01:0001 -> AlarmReturned, AccessGranted a-1
                        4h peer gate-2 8 granted a-1 01:0001 far-in yard -119m -> AccessNotTaken, AlarmRaised CARD_CLONED
                        """);
    }

    @Test
    void what_a_clock_says_that_is_not_trusted_is_compared_with_nothing() {
        script().run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        20s clock 2026-11-23T04:00:00Z untrusted -> AccessNotTaken, TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        2h  card main-in 01:0001 -> AccessGranted a-1
                        2h20s peer gate-2 5 granted a-1 01:0001 far-in yard -> AccessNotTaken
                        2h40s card side-in 01:0001 -> AccessGranted a-1, AlarmRaised CARD_CLONED
                        """);
    }
}
