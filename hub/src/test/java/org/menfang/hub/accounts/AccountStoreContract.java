package org.menfang.hub.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// What every store of accounts has to do.
public abstract class AccountStoreContract {
    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final OperatorName WANG = new OperatorName("王建国");
    private static final OperatorName LI = new OperatorName("李大姐");

    protected abstract AccountStore store();

    @Test
    public void an_account_is_found_as_it_was_saved_last() {
        AccountStore store = store();
        assertEquals(Optional.empty(), store.account(WANG));
        store.save(new Account(WANG, T0, null));
        assertEquals(Optional.of(new Account(WANG, T0, null)), store.account(WANG));
        store.save(new Account(WANG, T0, "$argon2id$…"));
        assertEquals(Optional.of(new Account(WANG, T0, "$argon2id$…")), store.account(WANG));
    }

    @Test
    public void sessions_of_one_account_come_the_longest_unused_first() {
        AccountStore store = withAccounts();
        Session late = session("a", WANG, 0, 50);
        Session early = session("b", WANG, 10, 20);
        store.save(late);
        store.save(early);
        store.save(session("c", LI, 0, 5));
        assertEquals(List.of(early, late), store.sessions(WANG));
        assertEquals(Optional.of(late), store.session(late.id()));
    }

    @Test
    public void a_session_that_is_saved_again_is_seen_later() {
        AccountStore store = withAccounts();
        store.save(session("a", WANG, 0, 0));
        store.save(session("a", WANG, 0, 90));
        assertEquals(List.of(session("a", WANG, 0, 90)), store.sessions(WANG));
    }

    @Test
    public void an_ended_session_is_gone_and_no_other() {
        AccountStore store = withAccounts();
        store.save(session("a", WANG, 0, 0));
        store.save(session("b", WANG, 0, 1));
        store.endSession(Sha256.of("a"));
        assertEquals(List.of(session("b", WANG, 0, 1)), store.sessions(WANG));
    }

    @Test
    public void old_and_idle_sessions_are_ended_together() {
        AccountStore store = withAccounts();
        store.save(session("old", WANG, 0, 100));
        store.save(session("idle", WANG, 50, 60));
        store.save(session("live", WANG, 50, 100));
        store.endSessionsBefore(T0.plusSeconds(10), T0.plusSeconds(70));
        assertEquals(List.of(session("live", WANG, 50, 100)), store.sessions(WANG));
    }

    @Test
    public void counted_tries_are_kept_and_forgotten() {
        AccountStore store = store();
        Tries tries = new Tries(Sha256.of("k"), 3, T0);
        store.save(tries);
        store.save(new Tries(Sha256.of("other"), 1, T0.plusSeconds(9)));
        assertEquals(Optional.of(tries), store.tries(tries.key()));
        store.forgetTriesBefore(T0.plusSeconds(1));
        assertEquals(Optional.empty(), store.tries(tries.key()));
        assertTrue(store.tries(Sha256.of("other")).isPresent());
        store.forgetTries(Sha256.of("other"));
        assertEquals(Optional.empty(), store.tries(Sha256.of("other")));
    }

    private AccountStore withAccounts() {
        AccountStore store = store();
        store.save(new Account(WANG, T0, null));
        store.save(new Account(LI, T0, null));
        return store;
    }

    private static Session session(String secret, OperatorName name, long begun, long seen) {
        return new Session(
                Sha256.of(secret), name, T0.plusSeconds(begun), T0.plusSeconds(seen), null);
    }
}
