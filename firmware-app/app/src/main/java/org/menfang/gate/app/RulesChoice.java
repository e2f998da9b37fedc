package org.menfang.gate.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.cose.Keyring;
import org.menfang.gate.Input;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rules.LastGoodRules;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.rules.RulesChange;
import org.menfang.gate.rules.RulesIntake;
import org.menfang.gate.sqlite.DatabaseStart;
import org.menfang.gate.sqlite.RulesFound;
import org.menfang.gate.sqlite.SqliteRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RulesAgainstSite;
import org.menfang.site.Site;
import org.menfang.vocabulary.Sha256;

/// The rules that a gate starts with: those of the database, or those of the file beside it, or
/// none. What cannot be believed decides nothing, and an older set never stands in for a newer one.
///
/// @param inForce none for an empty table
/// @param missing why there are no rules, or not those of the database; empty where all is well
/// @param faults why the rules do not fit the site; empty if they do
record RulesChoice(
        AccessTable table,
        RulesIntake.@Nullable InForce inForce,
        Optional<String> missing,
        Optional<String> faults) {
    static RulesChoice of(
            GateStorage.Request request, DatabaseStart database, LastGoodRules file, Keyring keys) {
        Site site = request.site();
        SqliteRules stored = new SqliteRules(database.database());
        RulesFound found = ofCompound(stored.load(keys), site);
        LastGoodRules.Found kept =
                mayBeNewer(file, found)
                        ? ofCompound(file.load(keys), site)
                        : new LastGoodRules.Found.None();
        if (kept instanceof LastGoodRules.Found.Good good && isNewer(good, found)) {
            mend(stored, good, found, database, request);
            Optional<String> missing =
                    good.confirmed() ? Optional.of(why(found, database)) : Optional.empty();
            return of(site, good.rules(), good.parcel().digest(), good.textDigest(), missing);
        }
        return switch (found) {
            case RulesFound.Loaded(RuleSet rules, Sha256 digest, Sha256 textDigest) -> {
                keep(stored, rules, file, request);
                yield of(site, rules, digest, textDigest, Optional.empty());
            }
            case RulesFound.Damaged _ -> none(site, Optional.of(why(found, database)));
            case RulesFound.None() -> {
                boolean neverHadAny =
                        database.rung() == DatabaseStart.Rung.WRITTEN
                                && kept instanceof LastGoodRules.Found.None;
                yield none(
                        site, neverHadAny ? Optional.empty() : Optional.of(why(found, database)));
            }
        };
    }

    /// Says what is wrong, with the alarm that belongs to the rung.
    void tell(GateStorage.Request request, DatabaseStart database) {
        String rules =
                table.version() == 0
                        ? "every card is denied, and only leaving works"
                        : "rules of version " + table.version() + " decide";
        switch (database.rung()) {
            case WRITTEN -> missing.ifPresent(why -> alarm(request, why + "; " + rules));
            case BEGUN_ANEW ->
                    alarm(
                            request,
                            "a new database was begun, since " + database.why() + "; " + rules);
            case ONLY_READ, NONE -> {
                String why = "the database cannot be written: " + database.why() + "; " + rules;
                request.told().accept(why);
                request.inbox().offer(new Input.JournalFailed(why));
            }
        }
        if (table.version() == 0 && missing.isEmpty()) {
            request.told().accept("no rules have been imported yet: every card is denied");
        }
        faults.ifPresent(why -> {
            request.told().accept("the rules: " + why);
            request.inbox().offer(new Input.RulesRefused(table.version(), why));
        });
    }

    private void alarm(GateStorage.Request request, String why) {
        request.alarm(why, table.version() > 0);
    }

    /// Opening a set takes as long as all else in a start, so that it is not done for one that
    /// cannot count.
    private static boolean mayBeNewer(LastGoodRules file, RulesFound found) {
        return !(found instanceof RulesFound.Loaded(RuleSet rules, var _, var _))
                || file.newestVersion() > rules.version();
    }

    private static boolean isNewer(LastGoodRules.Found.Good kept, RulesFound found) {
        return !(found instanceof RulesFound.Loaded(RuleSet rules, var _, var _))
                || kept.rules().version() > rules.version();
    }

    private static String why(RulesFound found, DatabaseStart database) {
        return switch (found) {
            case RulesFound.Loaded(RuleSet rules, var _, var _) ->
                    "the database has older rules, of version " + rules.version();
            case RulesFound.Damaged(String why) -> "the rules in the database: " + why;
            case RulesFound.None() ->
                    database.why().isEmpty() ? "the database has no rules" : database.why();
        };
    }

    private static RulesFound ofCompound(RulesFound found, Site site) {
        return found instanceof RulesFound.Loaded(RuleSet rules, var _, var _)
                        && !rules.compound().equals(site.compound())
                ? new RulesFound.Damaged("they are those of " + rules.compound())
                : found;
    }

    private static LastGoodRules.Found ofCompound(LastGoodRules.Found found, Site site) {
        return found instanceof LastGoodRules.Found.Good good
                        && !good.rules().compound().equals(site.compound())
                ? new LastGoodRules.Found.Damaged("they are those of " + good.rules().compound())
                : found;
    }

    /// Puts the set of the file into a database that takes it.
    private static void mend(
            SqliteRules stored,
            LastGoodRules.Found.Good good,
            RulesFound found,
            DatabaseStart database,
            GateStorage.Request request) {
        boolean taken =
                switch (database.rung()) {
                    case WRITTEN, BEGUN_ANEW -> true;
                    case ONLY_READ, NONE -> false;
                };
        if (taken) {
            long version = good.rules().version();
            RulesChange change =
                    found instanceof RulesFound.Damaged
                            ? stored.replaceDamaged(good.parcel(), version, good.textDigest())
                            : stored.putInForce(good.parcel(), version, good.textDigest());
            if (!(change instanceof RulesChange.Replaced)) {
                request.told().accept("the database does not take the last good rules: " + change);
            } else {
                new LastGoodRules(request.data())
                        .keep(good.parcel(), good.rules().version())
                        .ifPresent(why -> request.told().accept(NOT_KEPT + why));
            }
        }
    }

    private static final String NOT_KEPT = "no copy of the rules could be kept: ";

    private static void keep(
            SqliteRules stored, RuleSet rules, LastGoodRules file, GateStorage.Request request) {
        if (stored.find(rules.version()) instanceof RuleSearch.Found(var parcel)) {
            file.keep(parcel, rules.version())
                    .ifPresent(why -> request.told().accept(NOT_KEPT + why));
        }
    }

    private static RulesChoice none(Site site, Optional<String> missing) {
        return new RulesChoice(AccessTable.empty(site), null, missing, Optional.empty());
    }

    /// Rules that fitted when they came, and no longer do since the site file has changed, go on
    /// deciding: without them nobody whose way out needs a card would get out.
    private static RulesChoice of(
            Site site, RuleSet rules, Sha256 digest, Sha256 textDigest, Optional<String> missing) {
        List<RuleFault> faults = RulesAgainstSite.check(rules, site);
        Optional<String> first =
                faults.stream()
                        .findFirst()
                        .map(fault ->
                                "they are in force, but do not fit the site file: "
                                        + fault.message(Locale.ENGLISH));
        return new RulesChoice(
                AccessTable.of(site, rules),
                new RulesIntake.InForce(rules.version(), digest, textDigest),
                missing,
                first);
    }
}
