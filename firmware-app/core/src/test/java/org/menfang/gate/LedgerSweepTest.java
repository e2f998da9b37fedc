package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.gate.PlaceSamples.YARD;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.PlaceSamples.Extra;
import org.menfang.gate.ledger.Entry;
import org.menfang.rules.AreaRule;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.TimeTrust;

/// What the gate forgets by itself, so that the ledger stays small.
class LedgerSweepTest {
    private static GateScript script(Extra extra) {
        return extra.running().showing(ScriptEffects.Kind.LEDGER);
    }

    @Test
    void uses_are_forgotten_once_they_count_no_more() {
        script(Extra.NONE.with(1, PlaceSamples.out(1)))
                .run(
                        """
                        1s      card main-exit 01:0001 -> keep QuotaUses
                        2s      opens main
                        5s      shuts main
                        71h59m  tick
                        73h     tick                   -> forget QuotaUses
                        """);
    }

    @Test
    void a_passage_is_forgotten_once_it_may_be_repeated() {
        script(Extra.NONE.with(PlaceSamples.notAgain("main-in", 60)))
                .run(
                        """
                        1s    card main-in 01:0001
                        2s    opens main           -> keep LastPassage
                        5s    shuts main
                        1m    tick
                        1h1m  tick                 -> forget LastPassage
                        """);
    }

    @Test
    void a_forgotten_place_leaves_the_ledger() {
        script(Extra.NONE.with(new AreaRule(YARD, Passback.HARD, null, 10, null, List.of())))
                .run(
                        """
                        1s     card main-in 01:0001
                        2s     opens main           -> keep Whereabouts
                        5s     shuts main
                        9m     rex side
                        9m1s   opens side           -> keep Unseen
                        9m5s   shuts side
                        10m1s  tick
                        10m3s  tick                 -> forget Whereabouts
                        19m    tick
                        19m3s  tick                 -> forget Unseen
                        """);
    }

    @Test
    void a_large_ledger_is_walked_in_small_steps() {
        List<Entry> kept = new ArrayList<>();
        for (int number = 0; number < 10_000; number++) {
            kept.add(
                    new Entry.Whereabouts(
                            new HolderId("h-" + number), YARD, Samples.NOON.minusSeconds(86_400)));
        }
        JournalStart start =
                new JournalStart(2, 0, 0, 0, 0, Samples.NOON, Memory.EMPTY, List.copyOf(kept));
        Extra extra = Extra.NONE.with(new AreaRule(YARD, Passback.HARD, null, 10, null, List.of()));
        GateController gate = extra.controller(start);
        Moment now = new Moment(Samples.NOON, MonotonicTime.START, TimeTrust.TRUSTED);
        int forgotten = 0;
        for (int step = 0; step < 100 && forgotten < 10_000; step++) {
            MonotonicTime due = gate.wakeAt();
            MonotonicTime at = due.isBefore(now.monotonic()) ? now.monotonic() : due;
            now = new Moment(now.wall().plus(now.monotonic().until(at)), at, TimeTrust.TRUSTED);
            long inStep =
                    gate.step(now, new Input.TimeIsDue()).stream()
                            .filter(Effect.Forget.class::isInstance)
                            .count();
            assertTrue(inStep <= Limits.SWEEP_ENTRIES_MAX, () -> "in one step: " + inStep);
            forgotten += (int) inStep;
        }
        assertEquals(10_000, forgotten);
    }
}
