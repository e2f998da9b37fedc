package org.menfang.hub.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Where accounts, sessions and counted tries are kept. Each change is durable when it returns; any
/// thread may call it.
public interface AccountStore extends FactorStore {
    /// Most rows of counted tries; the oldest give way.
    int TRIES_ROWS_MAX = 10_000;

    Optional<Account> account(OperatorName name);

    /// Adds an account or puts it in the place of the one with its name.
    void save(Account account);

    Optional<Session> session(Sha256 id);

    /// The sessions of one account, the longest unused first.
    List<Session> sessions(OperatorName name);

    /// Adds a session or puts it in the place of the one with its id. A later proof stays, whatever
    /// is put there.
    void save(Session session);

    void endSession(Sha256 id);

    /// Ends all sessions that began before the first or were last seen before the second time.
    void endSessionsBefore(Instant begun, Instant seen);

    Optional<Tries> tries(Sha256 key);

    /// Adds a count or puts it in the place of the one with its key. Where there are more than
    /// {@link #TRIES_ROWS_MAX}, the oldest are forgotten.
    void save(Tries tries);

    void forgetTries(Sha256 key);

    void forgetTriesBefore(Instant last);
}
