package org.menfang.sim.crash;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesChange;
import org.menfang.gate.sqlite.DatabaseOpening;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.JournalBeginning;
import org.menfang.gate.sqlite.JournalLimits;
import org.menfang.gate.sqlite.SqliteJournal;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventPosition;

/// A program around the real journal of a gate: it writes as fast as the journal commits, and says
/// what is durable, until its power is cut.
public final class GateVictim {
    private static final int EVENTS_AHEAD_MAX = 60;
    private static final int RULE_SETS_MAX = 6;

    private final Voice voice = new Voice();
    private final Chance chance;
    private final Semaphore ahead = new Semaphore(EVENTS_AHEAD_MAX);
    private long committed;

    private GateVictim(long seed) {
        chance = Chance.of(seed, "gate victim");
    }

    /// @param arguments the data folder, the seed, and how many events it writes at most
    public static void main(String[] arguments) throws InterruptedException {
        new GateVictim(Long.parseLong(arguments[1]))
                .run(Path.of(arguments[0]), Long.parseLong(arguments[2]));
    }

    private void run(Path folder, long eventsMax) throws InterruptedException {
        switch (GateDatabase.open(folder)) {
            case DatabaseOpening.Opened(GateDatabase database) -> begin(database, eventsMax);
            case DatabaseOpening.OpenedReadOnly(GateDatabase database, String why) ->
                    voice.say("can only be read: " + why);
            case DatabaseOpening.Unusable(String why, String whatToDo, var _) ->
                    voice.say("unusable: " + why);
        }
    }

    private void begin(GateDatabase database, long eventsMax) throws InterruptedException {
        Weakening.weakenIfAsked(database, "connection");
        JournalBeginning beginning =
                SqliteJournal.begin(
                        database,
                        GateDeeds.COMPOUND,
                        GateDeeds.GATE,
                        text -> "signed",
                        JournalLimits.STANDARD,
                        this::hear);
        switch (beginning) {
            case JournalBeginning.Begun(SqliteJournal journal, JournalStart start) -> {
                voice.acknowledge("boot", start.boot());
                Thread.ofPlatform()
                        .name("rules")
                        .daemon(true)
                        .start(() -> changeRules(journal.rules(), start.boot()));
                write(journal, start, eventsMax);
                journal.close();
            }
            case JournalBeginning.Unusable(String why, String whatToDo, var _) ->
                    voice.say("unusable: " + why);
        }
    }

    private void write(SqliteJournal journal, JournalStart start, long eventsMax)
            throws InterruptedException {
        committed = start.lastEventSeq();
        long alarm = start.lastAlarmSeq();
        long last = start.lastEventSeq() + eventsMax;
        for (long seq = start.lastEventSeq() + 1; seq <= last; seq++) {
            ahead.acquire();
            if (seq % GateDeeds.EVENTS_AN_ALARM == 0) {
                journal.append(GateDeeds.event(EventStream.ALARMS, ++alarm, start.boot()));
            }
            journal.keep(GateDeeds.entry(seq));
            if (seq % GateDeeds.EVENTS_A_MEMORY == 0) {
                journal.remember(GateDeeds.memory(seq));
            }
            journal.append(GateDeeds.event(EventStream.EVENTS, seq, start.boot()));
            if (chance.percent(10)) {
                // Now and then it waits for all, so that groups of every size are committed.
                ahead.acquire(EVENTS_AHEAD_MAX - 1);
                ahead.release(EVENTS_AHEAD_MAX - 1);
            }
        }
    }

    private void hear(Input input) {
        switch (input) {
            case Input.JournalCommitted(EventPosition upTo) -> {
                voice.acknowledge(upTo.stream().wireName(), upTo.seq());
                if (upTo.stream() == EventStream.EVENTS) {
                    ahead.release((int) (upTo.seq() - committed));
                    committed = upTo.seq();
                }
            }
            case Input.JournalFailed(String why) -> voice.say("the journal failed: " + why);
            default -> voice.say("unexpected: " + input);
        }
    }

    private void changeRules(RuleShelf shelf, long boot) {
        for (long i = 0; i < RULE_SETS_MAX; i++) {
            long version = boot * RULE_SETS_MAX + i;
            RuleParcel parcel = GateDeeds.rules(version);
            Sha256 digest = parcel.digest();
            switch (shelf.putInForce(parcel, version, digest)) {
                case RulesChange.Replaced() -> voice.acknowledge("rules", version);
                case RulesChange.Refused(String why) -> voice.say("rules refused: " + why);
                case RulesChange.Failed(String why) -> voice.say("rules failed: " + why);
            }
        }
    }
}
