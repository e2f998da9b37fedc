package org.menfang.sim.bench;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.menfang.gate.CardBits;
import org.menfang.gate.Effect;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Moment;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;

/// How long the decision alone takes: one step of the controller, from the bits of a card to the
/// requests.
final class DecisionBench {
    static final long REACH_NANOS = 50_000;
    static final int WARM_UP_CARDS = 20_000;

    private static final Duration BETWEEN_CARDS = Duration.ofSeconds(20);

    private final List<ReaderPlan> readers;
    private final int credentials;
    private final GateController controller;
    private final SkippingTime time = new SkippingTime();
    private int turn;

    DecisionBench(Site site, AccessTable table) {
        readers =
                site.readers().stream()
                        .filter(reader -> reader.format().equals(CardFormat.WIEGAND_26))
                        .toList();
        credentials = table.credentials();
        controller =
                new GateController(site, new SuncalcSunTimes(), table, JournalStart.FIRST, "bench");
    }

    /// Decides until the compiler has seen it all.
    void warmUp() {
        for (int i = 0; i < WARM_UP_CARDS; i++) {
            decide();
        }
    }

    /// @param rules what the rule set asks, in a word
    Figure run(String rules, int cards) {
        warmUp();
        Histogram nanos = new Histogram(3);
        for (int i = 0; i < cards; i++) {
            nanos.recordValue(decide());
        }
        String what =
                String.format(
                        "decision alone, %s, %,d credentials, p99 of %,d",
                        rules, credentials, cards);
        return Figure.below(what, nanos.getValueAtPercentile(99), REACH_NANOS);
    }

    /// One card at one reader.
    ///
    /// @return how many nanoseconds the decision took
    long decide() {
        time.skip(BETWEEN_CARDS);
        settle();
        ReaderPlan reader = readers.get(turn % readers.size());
        CardBits bits = ManyCards.scattered(turn, credentials);
        turn++;
        Moment now = time.now();
        long begun = System.nanoTime();
        List<Effect> effects = controller.step(now, new Input.CardRead(reader.id(), bits));
        long spent = System.nanoTime() - begun;
        commit(effects);
        if (effects.stream().noneMatch(DecisionBench::isGrant)) {
            throw new IllegalStateException("the card was not granted: " + effects);
        }
        return spent;
    }

    /// Another rule set comes into force.
    ///
    /// @return how many nanoseconds the controller took
    long replace(AccessTable next) {
        Moment now = time.now();
        long begun = System.nanoTime();
        List<Effect> effects = controller.step(now, new Input.AccessTableReplaced(next));
        long spent = System.nanoTime() - begun;
        commit(effects);
        return spent;
    }

    private void settle() {
        while (controller.wakeAt().isBefore(time.now().monotonic())) {
            commit(controller.step(time.now(), new Input.TimeIsDue()));
        }
    }

    private void commit(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Append(var event)
                    && event.position().stream() == EventStream.EVENTS) {
                EventPosition upTo = event.position();
                controller.step(time.now(), new Input.JournalCommitted(upTo));
            }
        }
    }

    private static boolean isGrant(Effect effect) {
        return effect instanceof Effect.Append(var event)
                && event.body() instanceof EventBody.AccessGranted;
    }
}
