package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.gate.sqlite.JournalContract.append;
import static org.menfang.gate.sqlite.RuleShelfContract.checkFound;
import static org.menfang.gate.sqlite.RuleShelfContract.put;
import static org.menfang.gate.sqlite.Samples.at;
import static org.menfang.vocabulary.EventStream.EVENTS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesChange;

/// The contract of shelves, kept while a journal writes to the same database.
@Timeout(120)
class JournalRulesTest implements RuleShelfContract {
    private static final SampleRules RULES = SampleRules.of(3, 40);

    @TempDir private Path folder = Path.of("");

    private final List<JournalOnDisk> begun = new ArrayList<>();

    @AfterEach
    void close() {
        begun.forEach(JournalOnDisk::close);
    }

    @Override
    public RuleShelf emptyShelf() {
        return start().rules();
    }

    @Test
    void events_are_committed_between_the_pieces_of_a_set() {
        JournalOnDisk gate = start();
        AtomicInteger transactions = new AtomicInteger();
        gate.disk()
                .become((sql, connection) -> {
                    if (sql.equals(FaultyConnector.COMMIT)) {
                        // One event for each transaction of the set, appended while it commits.
                        int seq = transactions.incrementAndGet();
                        if (seq <= 3) {
                            append(gate, EVENTS, seq, seq);
                        }
                    }
                });
        put(gate.rules(), RULES);
        gate.inbox().untilCommitted(at(EVENTS, 3));
        checkFound(gate.rules(), RULES);
    }

    @Test
    void while_the_journal_fails_its_events_come_first() {
        JournalOnDisk gate = start();
        gate.disk().becomeBroken();
        append(gate, EVENTS, 1, 1);
        gate.inbox().next(Input.JournalFailed.class);
        assertInstanceOf(RulesChange.Failed.class, put(gate.rules(), RULES));
        gate.disk().heal();
        gate.inbox().next(Input.JournalRecovered.class);
        assertEquals(new RulesChange.Replaced(), put(gate.rules(), RULES));
    }

    @Test
    void a_set_that_cannot_be_stored_holds_up_no_event() {
        JournalOnDisk gate = start();
        gate.disk().becomeBroken();
        RulesChange.Failed failed =
                assertInstanceOf(RulesChange.Failed.class, put(gate.rules(), RULES));
        assertTrue(failed.why().contains("the disk fails"), failed::why);
        gate.disk().heal();
        append(gate, EVENTS, 1, 1);
        gate.inbox().untilCommitted(at(EVENTS, 1));
    }

    @Test
    void a_journal_that_closes_stores_the_set_or_refuses_it() {
        JournalOnDisk gate = start();
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch hangs = gate.disk().becomeSlow(release);
        CompletableFuture<RulesChange> change =
                CompletableFuture.supplyAsync(() -> put(gate.rules(), RULES));
        FaultyConnector.await(hangs);
        release.countDown();
        gate.close();
        boolean stored = change.join() instanceof RulesChange.Replaced;
        JournalOnDisk again = start();
        assertEquals(
                stored, again.rules().find(3) instanceof org.menfang.gate.rules.RuleSearch.Found);
        assertInstanceOf(RulesChange.Failed.class, put(gate.rules(), RULES));
    }

    private JournalOnDisk start() {
        JournalOnDisk gate = JournalOnDisk.start(folder, JournalOnDisk.LIMITS);
        begun.add(gate);
        return gate;
    }
}
