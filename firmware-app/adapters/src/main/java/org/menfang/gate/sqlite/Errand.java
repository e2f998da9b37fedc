package org.menfang.gate.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// One step on the archive that the journal's thread does between its commits for another thread,
/// which waits for it.
final class Errand<T> {
    private final ArchiveSteps.Step<T> step;
    private final CompletableFuture<T> done = new CompletableFuture<>();

    Errand(ArchiveSteps.Step<T> step) {
        this.step = step;
    }

    /// Does the step. What becomes of it, good or bad, is the waiting thread's business: a set that
    /// cannot be stored holds up no event.
    void run(RuleArchive archive) {
        try {
            done.complete(step.on(archive));
        } catch (SQLException | RuntimeException e) {
            done.completeExceptionally(e);
        } catch (Error e) {
            done.completeExceptionally(e);
            throw e;
        }
    }

    /// The step will not be done.
    void refuse(String why) {
        done.completeExceptionally(new SQLException(why));
    }

    /// Waits until the step is done. A thread that is interrupted stays so.
    T await() throws SQLException {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException fault -> throw fault;
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
