package org.menfang.gate.sqlite;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;

/// The journal's thread: commits in groups all that waits, tries again what fails, reads for the
/// outbox and runs errands between commits, and drops what is too old.
final class JournalWriter implements Runnable {
    private static final Logger LOG = System.getLogger(JournalWriter.class.getName());
    private static final int READ_SLICE_EVENTS = 200;
    private static final int DAMAGED_TOLD_MAX = 10_000;

    private final GateDatabase database;
    private final RequestQueue queue;
    private final JournalLimits limits;
    private final JournalHealth health;
    private final Inbox inbox;
    private final Function<BatchAnswers.Head, Input> signing;
    private final Map<EventStream, StreamLog> logs;
    private final Map<EventStream, EventRetention> retentions = new EnumMap<>(EventStream.class);
    private final Set<EventPosition> damagedTold = new HashSet<>();
    private final RetryDelay delay;
    private final LedgerTable ledger;
    private final RuleArchive archive;
    private final NumberReserve numbers;
    private boolean reconnectFirst;

    JournalWriter(
            GateDatabase database,
            RequestQueue queue,
            JournalLimits limits,
            JournalHealth health,
            Inbox inbox,
            Function<BatchAnswers.Head, Input> signing,
            Map<EventStream, StreamLog> logs,
            NumberReserve numbers) {
        this.numbers = numbers;
        this.database = database;
        this.queue = queue;
        this.limits = limits;
        this.health = health;
        this.inbox = inbox;
        this.signing = signing;
        this.logs = logs;
        ledger = new LedgerTable(database);
        archive = new RuleArchive(database, RuleArchiveLimits.STANDARD);
        delay = new RetryDelay(limits.firstRetry(), limits.lastRetry());
        logs.forEach((stream, log) -> retentions.put(stream, new EventRetention(log, limits)));
        retentions.values().forEach(retention -> retention.untold().ifPresent(inbox::offer));
        logs.values().forEach(log -> log.skipped().untold().forEach(inbox::offer));
    }

    @Override
    public void run() {
        try {
            work();
        } catch (InterruptedException e) {
            health.failed("the journal's thread was interrupted", e);
        } catch (RuntimeException | Error e) {
            // A broken invariant, or a broken machine: the thread ends, and all hear of it.
            health.failed("the journal stopped: " + e, e);
            throw e;
        } finally {
            queue.close();
            end();
        }
    }

    private void work() throws InterruptedException {
        while (queue.awaitWork(delay.isWaiting() || isDropDue())) {
            queue.answer();
            boolean last = queue.isClosed();
            if (last || delay.nanosLeft() == 0) {
                write();
            }
            readOne();
            runErrand();
            if (delay.isWaiting()) {
                if (last) {
                    return;
                }
                queue.pause(delay.nanosLeft());
            }
        }
    }

    private void write() {
        try {
            database.hold().endIfOld();
            if (reconnectFirst) {
                reconnect();
            }
            if (health.isFailing()) {
                dropOld();
            }
            commitWaiting();
            if (queue.waitingWrites() == 0 || isDropOverdue()) {
                dropOld();
            }
            delay.succeeded();
        } catch (SQLException e) {
            failed(e);
        }
    }

    private void failed(SQLException e) {
        health.failed(StorageFault.why(e), e);
        delay.failed();
        StorageFault fault = StorageFault.of(e);
        reconnectFirst = fault.asksForNewConnection();
        if (fault == StorageFault.FULL) {
            retentions.values().forEach(EventRetention::makeRoom);
        }
    }

    private void reconnect() throws SQLException {
        database.reconnect();
        for (StreamLog log : logs.values()) {
            if (!log.isStillThere()) {
                throw new SQLException("another database stands where the journal was");
            }
        }
        reconnectFirst = false;
    }

    private void commitWaiting() throws SQLException {
        List<JournalRequest> batch = queue.first(limits.batchRequestsMax());
        if (batch.isEmpty()) {
            return;
        }
        database.checkIsThere();
        numbers.upTo(
                log(EventStream.EVENTS).state().head().seq() + batch.size(),
                log(EventStream.ALARMS).state().head().seq() + batch.size());
        BatchAnswers answers = commit(batch);
        boolean allDurable = queue.removeFirst(batch.size());
        answers.tell(inbox, signing);
        if (allDurable) {
            health.recovered();
        }
    }

    private BatchAnswers commit(List<JournalRequest> batch) throws SQLException {
        Map<EventStream, StreamLog.State> before = new EnumMap<>(EventStream.class);
        logs.forEach((stream, log) -> before.put(stream, log.state()));
        try {
            return database.transaction(() -> {
                BatchAnswers answers = new BatchAnswers();
                for (JournalRequest request : batch) {
                    perform(request, answers);
                }
                if (answers.writes()) {
                    saveNotes();
                }
                return answers;
            });
        } catch (SQLException | RuntimeException | Error e) {
            before.forEach((stream, state) -> log(stream).restore(state));
            throw e;
        }
    }

    private void perform(JournalRequest request, BatchAnswers answers) throws SQLException {
        switch (request) {
            case JournalRequest.StoreBoot(long boot) -> {
                GateRow.storeBoot(database, boot);
                answers.wrote();
            }
            case JournalRequest.Append(Event event) -> {
                log(event.position().stream()).append(event);
                noteTold(event.body());
                answers.committed(event.position());
            }
            case JournalRequest.Remember remember -> {
                GateRow.storeMemory(database, remember.memory());
                answers.wrote();
            }
            case JournalRequest.ChangeLedger(List<LedgerChange> changes) -> {
                for (LedgerChange change : changes) {
                    ledger.apply(change);
                }
                answers.wrote();
            }
            case JournalRequest.CheckAcknowledgement check -> {
                StreamLog log = log(check.acknowledgement().stream());
                answers.answers(new AcknowledgementCheck(log).answer(check.acknowledgement()));
            }
            case JournalRequest.SignHead(EventStream stream, long seq) ->
                    log(stream).lastUpTo(seq).ifPresent(link -> answers.sign(stream, link));
        }
    }

    private void noteTold(EventBody body) throws SQLException {
        if (body instanceof EventBody.EventsDropped dropped) {
            log(dropped.stream()).tell(dropped.toSeq());
            log(dropped.stream()).tellSkipped(dropped.toSeq());
        }
    }

    /// Losing what the hub was known to hold costs nothing but sending it again, so it waits for
    /// the next event: no commit of its own, half the wear of the card.
    private void saveNotes() throws SQLException {
        for (StreamLog log : logs.values()) {
            log.save();
        }
    }

    private boolean isDropDue() {
        return retentions.values().stream().anyMatch(EventRetention::isDue);
    }

    private boolean isDropOverdue() {
        return retentions.values().stream().anyMatch(EventRetention::isOverdue);
    }

    private void dropOld() throws SQLException {
        for (EventRetention retention : retentions.values()) {
            if (retention.isDue()) {
                retention.step(database).ifPresent(inbox::offer);
            }
        }
    }

    private void readOne() {
        queue.firstRead()
                .ifPresent(read -> {
                    StreamLog log = log(read.stream());
                    try {
                        database.read(() -> {
                            log.read(read, READ_SLICE_EVENTS, seq -> tellDamaged(log, seq));
                            return read;
                        });
                    } catch (SQLException e) {
                        health.failed(StorageFault.why(e), e);
                        read.readUpTo(read.toSeq());
                    }
                    if (read.isDone()) {
                        queue.removeFirstRead();
                        answer(read);
                    }
                });
    }

    /// One step of storing or reading a rule set. While events cannot be stored, nothing else is.
    private void runErrand() {
        queue.takeErrand()
                .ifPresent(errand -> {
                    if (health.isFailing()) {
                        errand.refuse("the journal fails, and its events come first");
                    } else {
                        errand.run(archive);
                    }
                });
    }

    private void tellDamaged(StreamLog log, long seq) {
        EventStream stream = log.stream();
        if (damagedTold.size() < DAMAGED_TOLD_MAX
                && damagedTold.add(new EventPosition(stream, seq))) {
            inbox.offer(
                    new Input.EventsDropped(
                            stream, seq, seq, "damaged: the text does not match its hash"));
        }
    }

    /// A reader that throws is a broken invariant of its own, not the journal's end.
    private static void answer(ReadRequest read) {
        try {
            read.answer();
        } catch (RuntimeException e) {
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, e);
        }
    }

    private void end() {
        queue.takeReads().forEach(JournalWriter::answer);
        refuseErrands();
        int lost = queue.waitingWrites();
        if (lost > 0) {
            LOG.log(
                    Level.ERROR,
                    "{0} requests could not be stored before the journal closed",
                    lost);
            health.failed(lost + " requests could not be stored before the journal closed");
        }
        try (database) {
            database.transaction(() -> {
                saveNotes();
                return lost;
            });
        } catch (SQLException e) {
            health.failed(StorageFault.why(e), e);
        }
    }

    private void refuseErrands() {
        Optional<Errand<?>> errand = queue.takeErrand();
        while (errand.isPresent()) {
            errand.get().refuse("the journal is closed");
            errand = queue.takeErrand();
        }
    }

    private StreamLog log(EventStream stream) {
        StreamLog log = logs.get(stream);
        if (log == null) {
            throw new IllegalStateException("no log for the stream " + stream);
        }
        return log;
    }
}
