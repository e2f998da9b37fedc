package org.menfang.gate.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.menfang.cose.Keyring;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesChange;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.Sha256;

/// The rule sets in a database to which no journal belongs yet. It is used by the thread that owns
/// the database.
public final class SqliteRules implements RuleShelf {
    private final RuleArchive archive;
    private final SqliteRuleShelf shelf;

    public SqliteRules(GateDatabase database) {
        this(database, RuleArchiveLimits.STANDARD);
    }

    SqliteRules(GateDatabase database, RuleArchiveLimits limits) {
        archive = new RuleArchive(database, limits);
        shelf = new SqliteRuleShelf(new ArchiveSteps.Directly(archive), limits);
    }

    @Override
    public RulesChange putInForce(RuleParcel parcel, long version, Sha256 textDigest) {
        return shelf.putInForce(parcel, version, textDigest);
    }

    /// The same, in a database whose set in force is damaged: what it says of versions does not
    /// count.
    public RulesChange replaceDamaged(RuleParcel parcel, long version, Sha256 textDigest) {
        try {
            archive.forgetFrom(version);
            return shelf.putInForce(parcel, version, textDigest);
        } catch (SQLException e) {
            return new RulesChange.Failed(StorageFault.why(e));
        }
    }

    @Override
    public RuleSearch find(long version) {
        return shelf.find(version);
    }

    /// Loads the rule set in force, and checks that it is what was stored, and that somebody signed
    /// it whose rules are accepted.
    public RulesFound load(Keyring keys) {
        try {
            OptionalLong version = archive.versionInForce();
            return version.isEmpty() ? new RulesFound.None() : load(version.getAsLong(), keys);
        } catch (SQLException e) {
            return new RulesFound.Damaged(StorageFault.why(e));
        }
    }

    private RulesFound load(long version, Keyring keys) {
        return switch (find(version)) {
            case RuleSearch.Found(RuleParcel parcel) -> opened(parcel.open(keys), parcel, version);
            case RuleSearch.Unreadable(String why) -> new RulesFound.Damaged(why);
            case RuleSearch.NotKept() ->
                    new RulesFound.Damaged(
                            "version "
                                    + version
                                    + " was stored by an older program; import the rules again");
        };
    }

    private static RulesFound opened(RuleParcel.Opening opening, RuleParcel parcel, long version) {
        return switch (opening) {
            case RuleParcel.Opening.Opened(RuleSet rules, Sha256 textDigest)
                    when rules.version() == version ->
                    new RulesFound.Loaded(rules, parcel.digest(), textDigest);
            case RuleParcel.Opening.Opened(RuleSet rules, Sha256 _) ->
                    new RulesFound.Damaged(
                            "version " + rules.version() + " stands where " + version + " belongs");
            case RuleParcel.Opening.Refused(List<RuleFault> faults) ->
                    new RulesFound.Damaged(faults.getFirst().message(Locale.ENGLISH));
        };
    }
}
