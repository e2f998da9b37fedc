package org.menfang.gate.app;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.os.LogKey;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rules.RulesIntake;
import org.menfang.gate.sqlite.DatabaseOpening;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.JournalBeginning;
import org.menfang.gate.sqlite.JournalLimits;
import org.menfang.gate.sqlite.RulesFound;
import org.menfang.gate.sqlite.SqliteJournal;
import org.menfang.gate.sqlite.SqliteRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RulesAgainstSite;
import org.menfang.site.Site;

/// What a gate finds on its disk when it starts: its rights, its journal, and its key.
///
/// @param inForce the rule set that the table was made of; none for an empty table
/// @param key signs the heads of the journal
record GateStorage(
        AccessTable table,
        RulesIntake.@Nullable InForce inForce,
        SqliteJournal journal,
        JournalStart start,
        LogKey key) {
    /// Opens all of it. A rule set that cannot be believed decides nothing: the gate then denies
    /// every card, says so, and lets people out.
    static GateStorage open(DataFolder data, Site site, Inbox inbox, Consumer<String> told)
            throws Refusal {
        LogKey key =
                switch (LogKey.load(data.keys())) {
                    case LogKey.Loading.Ready(LogKey ready) -> ready;
                    case LogKey.Loading.Unusable(String why, String whatToDo) ->
                            throw storage(why, whatToDo);
                };
        GateDatabase database = database(data, inbox, told);
        RulesFound found = new SqliteRules(database).load(new AcceptedKeys(data.keys()).get());
        AccessTable table = table(found, site, inbox, told);
        return switch (SqliteJournal.begin(
                database, site.compound(), site.gate(), key::sign, JournalLimits.STANDARD, inbox)) {
            case JournalBeginning.Begun(SqliteJournal journal, JournalStart start) ->
                    new GateStorage(table, inForce(found, table), journal, start, key);
            case JournalBeginning.Unusable(String why, String whatToDo) ->
                    throw storage(why, whatToDo);
        };
    }

    private static GateDatabase database(DataFolder data, Inbox inbox, Consumer<String> told)
            throws Refusal {
        return switch (GateDatabase.open(data.path())) {
            case DatabaseOpening.Opened(GateDatabase opened) -> opened;
            case DatabaseOpening.OpenedReadOnly(GateDatabase readOnly, String why) -> {
                told.accept("the database can be read and not be written: " + why);
                inbox.offer(new Input.JournalFailed(why));
                yield readOnly;
            }
            case DatabaseOpening.Unusable(String why, String whatToDo) ->
                    throw storage(why, whatToDo);
        };
    }

    private static AccessTable table(
            RulesFound found, Site site, Inbox inbox, Consumer<String> told) {
        return switch (found) {
            case RulesFound.Loaded(RuleSet rules, var _, var _)
                    when rules.compound().equals(site.compound()) -> {
                tellFaults(rules, site, inbox, told);
                yield AccessTable.of(site, rules);
            }
            case RulesFound.Loaded(RuleSet rules, var _, var _) ->
                    without("the rules are those of " + rules.compound(), site, inbox, told);
            case RulesFound.Damaged(String why) -> without(why, site, inbox, told);
            case RulesFound.None() -> {
                told.accept("no rules have been imported yet: every card is denied");
                yield AccessTable.empty(site);
            }
        };
    }

    /// Rules that fitted when they came, and no longer do since the site file has changed. They go
    /// on deciding: without them nobody whose way out needs a card would get out.
    private static void tellFaults(RuleSet rules, Site site, Inbox inbox, Consumer<String> told) {
        List<RuleFault> faults = RulesAgainstSite.check(rules, site);
        if (!faults.isEmpty()) {
            String why =
                    "they are in force, but do not fit the site file: "
                            + faults.getFirst().message(Locale.ENGLISH);
            told.accept("the rules: " + why);
            inbox.offer(new Input.RulesRefused(rules.version(), why));
        }
    }

    private static RulesIntake.@Nullable InForce inForce(RulesFound found, AccessTable table) {
        return found instanceof RulesFound.Loaded loaded && table.version() > 0
                ? new RulesIntake.InForce(table.version(), loaded.digest(), loaded.textDigest())
                : null;
    }

    private static AccessTable without(String why, Site site, Inbox inbox, Consumer<String> told) {
        told.accept("the rules cannot be used, and every card is denied: " + why);
        inbox.offer(new Input.JournalFailed("the rules cannot be used: " + why));
        return AccessTable.empty(site);
    }

    private static Refusal storage(String why, String whatToDo) {
        return new Refusal(ExitStatus.STORAGE, why + "; " + whatToDo);
    }
}
