package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.menfang.gate.CardBits;
import org.menfang.gate.Input;
import org.menfang.gate.rule.AccessTable;
import org.menfang.site.Site;
import org.menfang.vocabulary.ReaderId;

/// How long it takes from the bits of a card to the command of the lock's line, with the real loop,
/// the real journal on this disk and the real outputs; and how long one bare durable insert takes,
/// turn about with it.
final class CardToLockBench {
    private static final double REACH_RATIO = 1.3;
    private static final int WARM_UP_CARDS = 2_000;
    private static final Duration BETWEEN_CARDS = Duration.ofSeconds(40);
    private static final long ANSWER_SECONDS_MAX = 5;
    private static final long REST_NANOS = 5_000_000;

    private final Site site;
    private final int credentials;
    private final int cards;
    private final Path folder;

    CardToLockBench(Site site, int credentials, int cards, Path folder) {
        this.site = site;
        this.credentials = credentials;
        this.cards = cards;
        this.folder = folder;
    }

    List<Figure> run() throws IOException, SQLException, InterruptedException {
        Histogram bareNanos = new Histogram(3);
        Histogram lockNanos = new Histogram(3);
        Semaphore released = new Semaphore(0);
        long[] releasedAt = new long[1];
        AccessTable table = AccessTable.of(site, ManyCards.of(site, credentials));
        try (BareInserts bare = new BareInserts(folder.resolve("bare-" + credentials + ".db"));
                BenchGate gate =
                        BenchGate.start(
                                site,
                                table,
                                folder.resolve("gate-" + credentials),
                                () -> {
                                    releasedAt[0] = System.nanoTime();
                                    released.release();
                                })) {
            for (int i = 0; i < WARM_UP_CARDS + cards; i++) {
                rest(gate);
                long bareSpent = bare.insert();
                long lockSpent = pass(gate, released, releasedAt, i);
                if (i >= WARM_UP_CARDS) {
                    bareNanos.recordValue(bareSpent);
                    lockNanos.recordValue(lockSpent);
                }
            }
        }
        return figures(bareNanos, lockNanos);
    }

    /// The time between two residents passes at once, and the gate writes down what became due in
    /// it; what is measured is a card that comes to a gate at rest, as nearly all do.
    private static void rest(BenchGate gate) {
        gate.skip(BETWEEN_CARDS);
        gate.offer(new Input.TimeIsDue());
        LockSupport.parkNanos(REST_NANOS);
    }

    private long pass(BenchGate gate, Semaphore released, long[] releasedAt, int i)
            throws InterruptedException {
        ReaderId reader = site.readers().getFirst().id();
        CardBits bits = ManyCards.scattered(i, credentials);
        long begun = System.nanoTime();
        gate.offer(new Input.CardRead(reader, bits));
        if (!released.tryAcquire(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the lock was not released for card " + i);
        }
        return releasedAt[0] - begun;
    }

    private List<Figure> figures(Histogram bare, Histogram lock) {
        long bareP99 = bare.getValueAtPercentile(99);
        String cardsRead = String.format("%,d credentials, %,d cards", credentials, cards);
        return List.of(
                Figure.told(
                        "one bare durable insert, p50",
                        Figure.micros(bare.getValueAtPercentile(50))),
                Figure.told("one bare durable insert, p99", Figure.micros(bareP99)),
                Figure.told(
                        "card to lock, " + cardsRead + ", p50",
                        Figure.micros(lock.getValueAtPercentile(50))),
                Figure.below(
                        "card to lock, " + cardsRead + ", p99 (1.3 x bare p99)",
                        lock.getValueAtPercentile(99),
                        (long) (REACH_RATIO * bareP99)));
    }
}
