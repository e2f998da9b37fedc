package org.menfang.sim.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.menfang.gate.Input;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;

/// People who pass a gate faster than any people could: turn about one comes with a card and one
/// leaves by an exit button.
final class Passers {
    /// How many cards that the gate knows they hold.
    static final int CARDS = 10_000;

    private static final int AT_ONCE = 120;
    private static final Duration WRITTEN_WAIT_MAX = Duration.ofSeconds(30);

    private final BenchGate gate;
    private final List<ReaderPlan> readers;
    private final List<AccessPointId> exits;
    private int passed;

    Passers(Site site, BenchGate gate) {
        this.gate = gate;
        readers =
                site.readers().stream()
                        .filter(reader -> reader.format().equals(CardFormat.WIEGAND_26))
                        .toList();
        exits =
                site.accessPoints().stream()
                        .filter(AccessPointPlan::isRex)
                        .map(AccessPointPlan::id)
                        .toList();
    }

    /// Passes until the gate has written so many events, all of them durable.
    void writeUntil(long seq, Progress progress) throws IOException, InterruptedException {
        JournalWatch watch = gate.watch();
        while (watch.committed() < seq) {
            long before = watch.committed();
            for (int i = 0; i < AT_ONCE; i++) {
                passOnce();
            }
            // At least one event for each, and no card is left waiting: the inbox never overflows.
            watch.awaitCommitted(before + 2 * AT_ONCE, WRITTEN_WAIT_MAX);
            Stage.await("the gate to take all cards", gate::isIdle);
            progress.at(watch.committed());
        }
    }

    private void passOnce() {
        int next = passed++;
        gate.offer(
                new Input.CardRead(
                        readers.get(next % readers.size()).id(), ManyCards.scattered(next, CARDS)));
        gate.offer(new Input.RexPressed(exits.get(next % exits.size())));
    }
}
