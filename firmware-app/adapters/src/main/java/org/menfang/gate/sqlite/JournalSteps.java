package org.menfang.gate.sqlite;

import java.sql.SQLException;

/// Steps on the archive that are errands of the journal's thread.
record JournalSteps(RequestQueue queue) implements ArchiveSteps {
    @Override
    public <T> T perform(Step<T> step) throws SQLException {
        Errand<T> errand = new Errand<>(step);
        if (!queue.offer(errand)) {
            errand.refuse("the journal is closed, or too much waits for it");
        }
        return errand.await();
    }
}
