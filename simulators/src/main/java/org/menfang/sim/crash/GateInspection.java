package org.menfang.sim.crash;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.sqlite.DatabaseOpening;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.JournalBeginning;
import org.menfang.gate.sqlite.JournalLimits;
import org.menfang.gate.sqlite.SqliteJournal;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventPosition;

/// Looks at a gate's data folder that {@link GateVictim} wrote.
final class GateInspection implements Inspection {
    private static final int EVENTS_AFTERWARDS = 5;
    private static final int COMMIT_WAIT_SECONDS_MAX = 60;

    @Override
    public void inspect(Path folder, Acknowledged acknowledged, Finding finding)
            throws InterruptedException {
        Map<EventStream, Chain> chains = chains(folder, finding);
        for (EventStream stream : EventStream.values()) {
            finding.lost(
                    stream.wireName(), acknowledged.of(stream.wireName()), last(chains, stream));
        }
        serveAgain(folder, acknowledged, chains, finding);
        Map<EventStream, Chain> after = chains(folder, finding);
        finding.lost(
                "events after the start",
                last(chains, EventStream.EVENTS) + EVENTS_AFTERWARDS,
                last(after, EventStream.EVENTS));
    }

    private static Map<EventStream, Chain> chains(Path folder, Finding finding) {
        Map<EventStream, Chain> chains = new EnumMap<>(EventStream.class);
        try (Rows rows = Rows.open(folder.resolve(GateDatabase.FILE_NAME))) {
            rows.checkWhole(finding);
            if (rows.number("SELECT count(*) FROM sqlite_schema WHERE name = 'stream'") == 0) {
                return chains;
            }
            for (EventStream stream : EventStream.values()) {
                Chain chain = new Chain(stream.wireName(), stream);
                rows.each(
                        "SELECT seq, hash, text FROM " + stream.wireName() + " ORDER BY seq",
                        row ->
                                chain.follow(
                                        row.getLong(1),
                                        new Sha256(Rows.text(row, 2)),
                                        Rows.text(row, 3),
                                        finding));
                chains.put(stream, chain);
            }
        } catch (SQLException | IllegalArgumentException e) {
            finding.corrupt("cannot be read: " + e.getMessage());
        }
        return chains;
    }

    private static long last(Map<EventStream, Chain> chains, EventStream stream) {
        Chain chain = chains.get(stream);
        return chain == null ? 0 : chain.last();
    }

    private static void serveAgain(
            Path folder, Acknowledged acknowledged, Map<EventStream, Chain> chains, Finding finding)
            throws InterruptedException {
        switch (GateDatabase.open(folder)) {
            case DatabaseOpening.Opened(GateDatabase database) ->
                    begin(database, acknowledged, chains, finding);
            case DatabaseOpening.OpenedReadOnly(GateDatabase database, String why) -> {
                finding.corrupt("can only be read: " + why);
                close(database, finding);
            }
            case DatabaseOpening.Unusable(String why, String whatToDo, var _) ->
                    finding.corrupt("does not open: " + why);
        }
    }

    private static void begin(
            GateDatabase database,
            Acknowledged acknowledged,
            Map<EventStream, Chain> chains,
            Finding finding)
            throws InterruptedException {
        BlockingQueue<Input> inbox = new LinkedBlockingQueue<>();
        JournalBeginning beginning =
                SqliteJournal.begin(
                        database,
                        GateDeeds.COMPOUND,
                        GateDeeds.GATE,
                        text -> "signed",
                        JournalLimits.STANDARD,
                        inbox::add);
        switch (beginning) {
            case JournalBeginning.Begun(SqliteJournal journal, JournalStart start) -> {
                check(start, acknowledged, chains, finding);
                checkRules(journal, acknowledged.of("rules"), finding);
                append(journal, start, inbox, finding);
                journal.close();
            }
            case JournalBeginning.Unusable(String why, String whatToDo, var _) -> {
                finding.corrupt("the journal does not begin: " + why);
                close(database, finding);
            }
        }
    }

    private static void close(GateDatabase database, Finding finding) {
        try {
            database.close();
        } catch (SQLException e) {
            finding.corrupt("does not close: " + e.getMessage());
        }
    }

    private static void check(
            JournalStart start,
            Acknowledged acknowledged,
            Map<EventStream, Chain> chains,
            Finding finding) {
        long last = last(chains, EventStream.EVENTS);
        finding.lost("boot", acknowledged.of("boot") + 1, start.boot());
        finding.corruptUnless(start.lastEventSeq() == last, "the start is behind the events");
        finding.corruptUnless(
                start.lastAlarmSeq() == last(chains, EventStream.ALARMS),
                "the start is behind the alarms");
        checkLedger(start.ledger(), last, finding);
        long remembered =
                start.memory().alarms().isEmpty()
                        ? 0
                        : start.memory().alarms().getFirst().id().value();
        finding.corruptUnless(
                remembered == GateDeeds.memoryAt(last)
                        || remembered == GateDeeds.memoryAt(last + 1),
                "what is remembered is " + remembered + " and the last event " + last);
    }

    /// A line of the ledger can be ahead by the one event whose group was cut; never behind.
    private static void checkLedger(List<Entry> ledger, long last, Finding finding) {
        Map<Integer, Long> counters = new HashMap<>();
        for (Entry entry : ledger) {
            long counter = ((Entry.TagCounter) entry).counter();
            counters.put(GateDeeds.cardOf(counter), counter);
        }
        for (int card = 0; card < GateDeeds.CARDS; card++) {
            long found = counters.getOrDefault(card, 0L);
            if (found != GateDeeds.counterAt(card, last)
                    && found != GateDeeds.counterAt(card, last + 1)) {
                finding.corrupt("the ledger says " + found + " and the last event is " + last);
                return;
            }
        }
    }

    private static void checkRules(SqliteJournal journal, long version, Finding finding) {
        if (version > 0
                && !(journal.rules().find(version) instanceof RuleSearch.Found found
                        && found.parcel().digest().equals(GateDeeds.rules(version).digest()))) {
            finding.lost("rule set", version, 0);
        }
    }

    private static void append(
            SqliteJournal journal, JournalStart start, BlockingQueue<Input> inbox, Finding finding)
            throws InterruptedException {
        long last = start.lastEventSeq() + EVENTS_AFTERWARDS;
        for (long seq = start.lastEventSeq() + 1; seq <= last; seq++) {
            journal.append(GateDeeds.event(EventStream.EVENTS, seq, start.boot()));
        }
        Input wanted = new Input.JournalCommitted(new EventPosition(EventStream.EVENTS, last));
        @Nullable Input heard;
        do {
            heard = inbox.poll(COMMIT_WAIT_SECONDS_MAX, TimeUnit.SECONDS);
            finding.corruptUnless(
                    heard instanceof Input.JournalCommitted, "after the start: " + heard);
        } while (heard != null && !heard.equals(wanted));
    }
}
