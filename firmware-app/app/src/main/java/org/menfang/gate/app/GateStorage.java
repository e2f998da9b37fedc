package org.menfang.gate.app;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.cose.Keyring;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.os.LogKey;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rules.KeptRuleShelf;
import org.menfang.gate.rules.LastGoodRules;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesIntake;
import org.menfang.gate.sqlite.DatabaseStart;
import org.menfang.gate.sqlite.JournalBeginning;
import org.menfang.gate.sqlite.JournalLimits;
import org.menfang.gate.sqlite.SqliteJournal;
import org.menfang.site.Site;

/// What a gate finds on its disk when it starts: its rights, its journal, and its key.
///
/// There is no disk so bad that a gate does not start: it goes down the ladder of {@link
/// DatabaseStart} and {@link RulesChoice} as far as it has to, and says so.
///
/// @param inForce the rule set that the table was made of; none for an empty table
/// @param shelf where new rules are kept
/// @param key signs the heads of the journal
record GateStorage(
        DatabaseStart.Rung rung,
        AccessTable table,
        RulesIntake.@Nullable InForce inForce,
        RuleShelf shelf,
        SqliteJournal journal,
        JournalStart start,
        LogKey key) {
    /// What it is opened with.
    ///
    /// @param data the folder
    /// @param memory a folder that can be written, come what may
    /// @param now the wall clock, as far as it is known
    /// @param told hears what a person at the terminal should know
    record Request(
            Path data, Path memory, Site site, Instant now, Inbox inbox, Consumer<String> told) {
        /// A person has to know of it, at the terminal and at the hub.
        void alarm(String why, boolean mended) {
            told.accept(why);
            inbox.offer(new Input.StorageDamaged(why, mended));
        }
    }

    /// Opens all of it.
    static GateStorage open(Request request) {
        LogKey key = key(request);
        DatabaseStart database = DatabaseStart.of(request.data(), request.memory(), request.now());
        return switch (begin(request, database, key)) {
            case Attempt.Begun(GateStorage storage) -> storage;
            case Attempt.Failed(String why, boolean damaged) -> {
                close(request, database);
                DatabaseStart next =
                        damaged
                                ? DatabaseStart.anew(
                                        request.data(), request.memory(), request.now(), why)
                                : DatabaseStart.none(request.data(), why);
                yield again(request, next, key);
            }
        };
    }

    private static GateStorage again(Request request, DatabaseStart database, LogKey key) {
        return switch (begin(request, database, key)) {
            case Attempt.Begun(GateStorage storage) -> storage;
            case Attempt.Failed(String why, boolean _) -> {
                close(request, database);
                yield last(request, DatabaseStart.none(request.data(), why), key);
            }
        };
    }

    private static GateStorage last(Request request, DatabaseStart database, LogKey key) {
        return switch (begin(request, database, key)) {
            case Attempt.Begun(GateStorage storage) -> storage;
            case Attempt.Failed(String why, boolean _) -> throw new IllegalStateException(why);
        };
    }

    /// What came of one rung.
    private sealed interface Attempt {
        record Begun(GateStorage storage) implements Attempt {}

        record Failed(String why, boolean damaged) implements Attempt {}
    }

    /// The rules come first: then the database belongs to the journal's thread.
    private static Attempt begin(Request request, DatabaseStart database, LogKey key) {
        LastGoodRules file = new LastGoodRules(request.data());
        Keyring keys = new AcceptedKeys(DataFolder.keys(request.data())).get();
        RulesChoice rules = RulesChoice.of(request, database, file, keys);
        Site site = request.site();
        return switch (SqliteJournal.begin(
                database.database(),
                site.compound(),
                site.gate(),
                key::sign,
                JournalLimits.STANDARD,
                request.inbox())) {
            case JournalBeginning.Begun(SqliteJournal journal, JournalStart start) -> {
                rules.tell(request, database);
                yield new Attempt.Begun(
                        new GateStorage(
                                database.rung(),
                                rules.table(),
                                rules.inForce(),
                                new KeptRuleShelf(journal.rules(), file),
                                journal,
                                start,
                                key));
            }
            case JournalBeginning.Unusable(String why, String _, boolean damaged) ->
                    new Attempt.Failed(why, damaged);
        };
    }

    /// Without its key a gate signs with one that nobody knows: the hub says so, and the doors
    /// work.
    private static LogKey key(Request request) {
        return switch (LogKey.load(DataFolder.keys(request.data()))) {
            case LogKey.Loading.Ready(LogKey ready) -> ready;
            case LogKey.Loading.Unusable(String why, String whatToDo) -> {
                request.alarm(why + "; " + whatToDo, true);
                yield LogKey.passing();
            }
        };
    }

    private static void close(Request request, DatabaseStart start) {
        try {
            start.database().close();
        } catch (SQLException e) {
            request.told().accept("the damaged database cannot be closed: " + e.getMessage());
        }
    }
}
