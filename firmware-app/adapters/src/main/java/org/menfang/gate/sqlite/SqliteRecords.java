package org.menfang.gate.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.menfang.gate.local.EventSearch;
import org.menfang.gate.local.Records;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.vocabulary.Sha256;

/// The records of a gate that does not run, in its database. It is used by the thread that owns the
/// database.
public final class SqliteRecords implements Records {
    private final GateDatabase database;
    private final SqliteRules rules;

    public SqliteRecords(GateDatabase database) {
        this.database = database;
        rules = new SqliteRules(database);
    }

    @Override
    public EventSearch event(long seq) {
        try {
            PreparedStatement select =
                    database.statement("SELECT hash, text FROM events WHERE seq = ?");
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && Sha256.of(row.getString(2)).value().equals(row.getString(1))
                        ? new EventSearch.Found(row.getString(2))
                        : new EventSearch.NotKept();
            }
        } catch (SQLException e) {
            return new EventSearch.Unreadable(StorageFault.why(e));
        }
    }

    @Override
    public RuleSearch rules(long version) {
        return rules.find(version);
    }
}
