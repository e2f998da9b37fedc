package org.menfang.gate.sqlite;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.gate.local.HeldFile;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.StoredEvents;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.ReceivedEvent;

/// The journal in SQLite: a bounded queue in front of one thread that commits in groups.
///
/// What cannot be stored waits in the queue and is tried again. What finds the queue full is
/// dropped, and told as soon as there is room for telling it.
public final class SqliteJournal implements Journal, StoredEvents, AutoCloseable {
    private static final Logger LOG = System.getLogger(SqliteJournal.class.getName());

    private final RequestQueue queue;
    private final JournalHealth health;
    private final Map<EventStream, Intake> intakes = new EnumMap<>(EventStream.class);
    private final LedgerIntake ledger;
    private final RuleShelf rules;
    private final Duration closeWait;
    private final Thread thread;

    private SqliteJournal(
            RequestQueue queue,
            JournalHealth health,
            Map<EventStream, StreamLog> logs,
            Inbox inbox,
            Duration closeWait,
            Runnable writer) {
        this.queue = queue;
        this.health = health;
        this.ledger = new LedgerIntake(queue, health);
        this.rules = new SqliteRuleShelf(new JournalSteps(queue), RuleArchiveLimits.STANDARD);
        this.closeWait = closeWait;
        logs.forEach((stream, log) ->
                intakes.put(stream, new Intake(stream, log.state().head().seq(), inbox)));
        thread = Thread.ofPlatform().name("journal").daemon(true).unstarted(writer);
    }

    /// Counts this start, loads what a restart needs, and starts the journal's thread, to which the
    /// database belongs from now on.
    public static JournalBeginning begin(
            GateDatabase database,
            CompoundId compound,
            GateId gate,
            HeadSigner signer,
            JournalLimits limits,
            Inbox inbox) {
        JournalHealth health = new JournalHealth(inbox);
        RequestQueue queue =
                new RequestQueue(limits.journalRequestsMax(), limits.readRequestsMax());
        try {
            Map<EventStream, StreamLog> logs = new EnumMap<>(EventStream.class);
            for (EventStream stream : EventStream.values()) {
                logs.put(stream, StreamLog.load(database, stream));
            }
            JournalStart start = start(database, logs, queue, health);
            HeadSigning signing = new HeadSigning(compound, gate, start.boot(), signer);
            JournalWriter writer =
                    new JournalWriter(
                            database,
                            queue,
                            limits,
                            health,
                            inbox,
                            signing::sign,
                            logs,
                            NumberReserve.of(database, start.boot()));
            SqliteJournal journal =
                    new SqliteJournal(queue, health, logs, inbox, limits.closeWait(), writer);
            journal.thread.start();
            return new JournalBeginning.Begun(journal, start);
        } catch (SQLException e) {
            return unreadable(e, StorageFault.of(e).isDamage());
        } catch (RuntimeException e) {
            // A value that nothing of ours has: it was not stored like that.
            return unreadable(e, true);
        }
    }

    private static JournalBeginning unreadable(Exception e, boolean damaged) {
        return new JournalBeginning.Unusable(
                "the journal cannot be read: " + e.getMessage(),
                "keep "
                        + GateDatabase.FILE_NAME
                        + " as evidence: move it away, start again, and import the rules"
                        + " again",
                damaged);
    }

    private static JournalStart start(
            GateDatabase database,
            Map<EventStream, StreamLog> logs,
            RequestQueue queue,
            JournalHealth health)
            throws SQLException {
        GateRow row = GateRow.load(database);
        long boot = row.boot() + 1;
        StreamLog events = logOf(logs, EventStream.EVENTS);
        StreamLog alarms = logOf(logs, EventStream.ALARMS);
        NumberReserve reserve = NumberReserve.of(database, boot);
        reserve.upTo(events.state().head().seq(), alarms.state().head().seq());
        storeBoot(database, boot, queue, health);
        if (row.memory().isEmpty()) {
            health.failed("what was to be remembered is damaged: open alarms and door modes");
        }
        Instant lastEventTime = timeOfHead(events, health);
        return new JournalStart(
                boot,
                events.state().head().seq(),
                alarms.state().head().seq(),
                events.state().acknowledged(),
                alarms.state().acknowledged(),
                lastEventTime,
                row.memory().orElse(Memory.EMPTY),
                ledger(database, lastEventTime, health));
    }

    /// Lines that are damaged may have said how often a pass was used, so that from now on every
    /// pass counts as used up that could have been used.
    private static List<Entry> ledger(
            GateDatabase database, @Nullable Instant lastEventTime, JournalHealth health)
            throws SQLException {
        LedgerTable table = new LedgerTable(database);
        LedgerTable.Loaded loaded = table.load();
        if (loaded.damaged() == 0) {
            return loaded.entries();
        }
        health.failed(loaded.damaged() + " lines of the ledger are damaged and not used");
        Instant now = Instant.now();
        Instant upTo = lastEventTime != null && lastEventTime.isAfter(now) ? lastEventTime : now;
        List<Entry> entries = new ArrayList<>(loaded.entries());
        entries.removeIf(Entry.UsesForgotten.class::isInstance);
        entries.add(new Entry.UsesForgotten(upTo));
        if (database.isWritable()) {
            table.replaceAll(entries);
        }
        return entries;
    }

    private static void storeBoot(
            GateDatabase database, long boot, RequestQueue queue, JournalHealth health) {
        try {
            database.transaction(() -> {
                GateRow.storeBoot(database, boot);
                return boot;
            });
        } catch (SQLException e) {
            health.failed(StorageFault.why(e), e);
            queue.offer(new JournalRequest.StoreBoot(boot));
        }
    }

    private static @Nullable Instant timeOfHead(StreamLog events, JournalHealth health)
            throws SQLException {
        if (events.events() == 0) {
            return null;
        }
        Parsed<List<ReceivedEvent>> head =
                events.headText()
                        .map(text -> EventJson.read(text.getBytes(StandardCharsets.UTF_8)))
                        .orElse(Parsed.malformed("its text does not match its hash"));
        return switch (head) {
            case Parsed.Read<List<ReceivedEvent>>(List<ReceivedEvent> read) ->
                    timeOf(read.getFirst().event(), events.lastWritten());
            case Parsed.Malformed<List<ReceivedEvent>>(String why) -> {
                health.failed("the last event is damaged: " + why);
                yield null;
            }
        };
    }

    /// An event that stands under another number would have others numbered again.
    private static Instant timeOf(Event event, long seq) throws SQLException {
        if (event.position().seq() != seq) {
            throw new SQLException(
                    "event " + event.position().seq() + " stands where " + seq + " belongs",
                    null,
                    StorageFault.CORRUPT.code());
        }
        return event.time();
    }

    private static StreamLog logOf(Map<EventStream, StreamLog> logs, EventStream stream) {
        StreamLog log = logs.get(stream);
        if (log == null) {
            throw new IllegalStateException("no log for the stream " + stream);
        }
        return log;
    }

    @Override
    public void append(Event event) {
        Intake intake = intakes.get(event.position().stream());
        if (intake == null) {
            throw new IllegalStateException("no stream " + event.position().stream());
        }
        long seq = event.position().seq();
        intake.checkFollows(seq);
        boolean taken = ledger.flush() && queue.offer(new JournalRequest.Append(event));
        intake.note(seq, taken, health);
    }

    @Override
    public void remember(Memory memory) {
        offer(new JournalRequest.Remember(memory));
    }

    @Override
    public void keep(Entry entry) {
        ledger.take(LedgerChange.keep(entry));
    }

    @Override
    public void forget(EntryKey key) {
        ledger.take(LedgerChange.forget(key));
    }

    @Override
    public void checkAcknowledgement(Acknowledgement acknowledgement) {
        offer(new JournalRequest.CheckAcknowledgement(acknowledgement));
    }

    @Override
    public void signHead(EventStream stream, long seq) {
        offer(new JournalRequest.SignHead(stream, seq));
    }

    /// What is dropped here comes again: the hub's next acknowledgement, the next head, the next
    /// memory.
    private void offer(JournalRequest request) {
        if (!queue.offer(request)) {
            health.failed(Intake.QUEUE_IS_FULL);
        }
    }

    @Override
    public void read(
            EventStream stream, long fromSeq, long toSeq, Consumer<List<String>> whenRead) {
        if (!queue.offer(new ReadRequest(stream, fromSeq, toSeq, whenRead))) {
            whenRead.accept(List.of());
        }
    }

    /// Asks the journal's thread to call back between two pieces of work. It does not wait.
    public void ask(Runnable answer) {
        queue.ask(answer);
    }

    /// Holds the file of the database for another program that copies it, and lets it go again.
    public HeldFile heldFile() {
        JournalSteps steps = new JournalSteps(queue);
        return new HeldFile() {
            @Override
            public long hold() throws IOException {
                return perform(archive -> archive.hold().begin());
            }

            @Override
            public boolean release(long number) throws IOException {
                return perform(archive -> archive.hold().release(number));
            }

            private <T> T perform(ArchiveSteps.Step<T> step) throws IOException {
                try {
                    return steps.perform(step);
                } catch (SQLException e) {
                    throw new IOException(StorageFault.why(e), e);
                }
            }
        };
    }

    /// The rule sets in the same database, for threads that can wait for it.
    public RuleShelf rules() {
        return rules;
    }

    /// Commits what waits, ends the thread and closes the database. What cannot be stored any more
    /// is told as `JournalFailed`.
    @Override
    public void close() {
        ledger.flush();
        queue.close();
        try {
            if (!thread.join(closeWait)) {
                LOG.log(Level.ERROR, "the disk does not answer; the journal is left open");
                health.failed("the disk does not answer while the journal closes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
