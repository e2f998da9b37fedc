package org.menfang.sim.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.menfang.gate.CardBits;
import org.menfang.gate.Effect;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.site.Site;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.ReaderId;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;

/// How long the decision alone takes: one step of the controller, from the bits of a card to the
/// requests.
final class DecisionBench {
    private static final long REACH_NANOS = 50_000;
    private static final Duration BETWEEN_CARDS = Duration.ofSeconds(20);
    private static final int WARM_UP_CARDS = 20_000;

    private final Site site;
    private final int credentials;
    private final int cards;

    DecisionBench(Site site, int credentials, int cards) {
        this.site = site;
        this.credentials = credentials;
        this.cards = cards;
    }

    Figure run() {
        GateController controller =
                new GateController(
                        site,
                        new SuncalcSunTimes(),
                        AccessTable.of(site, ManyCards.of(site, credentials)),
                        JournalStart.FIRST,
                        "bench");
        SkippingTime time = new SkippingTime();
        Histogram nanos = new Histogram(3);
        for (int i = 0; i < WARM_UP_CARDS + cards; i++) {
            time.skip(BETWEEN_CARDS);
            long spent = decide(controller, time, i);
            if (i >= WARM_UP_CARDS) {
                nanos.recordValue(spent);
            }
        }
        String what =
                String.format("decision alone, %,d credentials, p99 of %,d", credentials, cards);
        return Figure.below(what, nanos.getValueAtPercentile(99), REACH_NANOS);
    }

    private long decide(GateController controller, SkippingTime time, int i) {
        settle(controller, time);
        ReaderId reader = site.readers().getFirst().id();
        CardBits bits = ManyCards.scattered(i, credentials);
        Moment now = time.now();
        long begun = System.nanoTime();
        List<Effect> effects = controller.step(now, new Input.CardRead(reader, bits));
        long spent = System.nanoTime() - begun;
        commit(controller, time, effects);
        if (effects.stream().noneMatch(DecisionBench::isGrant)) {
            throw new IllegalStateException("the card was not granted");
        }
        return spent;
    }

    private static void settle(GateController controller, SkippingTime time) {
        Optional<MonotonicTime> due = controller.wakeAt();
        while (due.isPresent() && due.get().isBefore(time.now().monotonic())) {
            commit(controller, time, controller.step(time.now(), new Input.TimeIsDue()));
            due = controller.wakeAt();
        }
    }

    private static void commit(GateController controller, SkippingTime time, List<Effect> effects) {
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
