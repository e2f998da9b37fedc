package org.menfang.gate.sqlite;

import java.sql.SQLException;

/// Performs steps on the archive of rules, each on the thread that owns the database.
interface ArchiveSteps {
    <T> T perform(Step<T> step) throws SQLException;

    /// One short step, with a transaction of its own if it writes.
    interface Step<T> {
        T on(RuleArchive archive) throws SQLException;
    }

    /// Performs them on the thread that asks, which owns the database.
    record Directly(RuleArchive archive) implements ArchiveSteps {
        @Override
        public <T> T perform(Step<T> step) throws SQLException {
            return step.on(archive);
        }
    }
}
