package org.menfang.gate.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// The rule set in force, in SQLite. It is used by the thread that owns the database, before the
/// journal begins.
public final class SqliteRules {
    private final GateDatabase database;

    public SqliteRules(GateDatabase database) {
        this.database = database;
    }

    /// Puts a rule set in the place of the one before it: all of it, or nothing.
    ///
    /// A set of a smaller version is refused, and one of the same version if it says something
    /// else, so that an old file never brings back a right that was taken away.
    public RulesChange replace(RuleSet given) {
        RuleSet rules = RuleOrder.of(given);
        Sha256 digest = RuleDigest.of(rules);
        try {
            return database.transaction(() -> {
                String refusal = refusal(rules, digest);
                if (refusal.isEmpty()) {
                    new RuleWriter(database).write(rules, digest);
                    return new RulesChange.Replaced(digest);
                }
                return new RulesChange.Refused(refusal);
            });
        } catch (SQLException e) {
            return StorageFault.of(e) == StorageFault.CONSTRAINT
                    ? new RulesChange.Refused("the rule set contradicts itself: " + e.getMessage())
                    : new RulesChange.Failed(StorageFault.why(e));
        }
    }

    private String refusal(RuleSet rules, Sha256 digest) throws SQLException {
        try (ResultSet row = header()) {
            if (!row.next()) {
                return "";
            }
            long inForce = row.getLong(2);
            if (rules.version() < inForce) {
                return "version " + rules.version() + " is older than " + inForce + ", in force";
            }
            boolean same = row.getString(3).equals(digest.value());
            return rules.version() > inForce || same
                    ? ""
                    : "version " + inForce + " is in force and says something else";
        }
    }

    /// Loads the rule set, and checks that it is what was stored.
    public RulesFound load() {
        try (ResultSet row = header()) {
            if (!row.next()) {
                return new RulesFound.None();
            }
            RuleSet rules =
                    new RuleReader(database).read(new CompoundId(row.getString(1)), row.getLong(2));
            return RuleDigest.of(rules).value().equals(row.getString(3))
                    ? new RulesFound.Loaded(rules)
                    : new RulesFound.Damaged("the rule set does not match its digest");
        } catch (SQLException e) {
            return new RulesFound.Damaged(StorageFault.why(e));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // A value that no rule set can hold: it was not stored like that.
            return new RulesFound.Damaged("the rule set holds what none can: " + e.getMessage());
        }
    }

    private ResultSet header() throws SQLException {
        PreparedStatement select =
                database.statement("SELECT compound, version, digest FROM rule_set");
        return select.executeQuery();
    }
}
