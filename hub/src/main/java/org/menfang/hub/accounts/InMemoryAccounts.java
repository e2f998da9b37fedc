package org.menfang.hub.accounts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// An {@link AccountStore} that lives as long as the program.
public final class InMemoryAccounts implements AccountStore {
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Session> sessions = new TreeMap<>();
    private final Map<String, Tries> tries = new TreeMap<>();
    private final Map<String, Factor.App> apps = new TreeMap<>();
    private final Map<String, Factor.Passkey> passkeys = new TreeMap<>();

    @Override
    public synchronized Optional<Account> account(OperatorName name) {
        return Optional.ofNullable(accounts.get(name.value()));
    }

    @Override
    public synchronized void save(Account account) {
        accounts.put(account.name().value(), account);
    }

    @Override
    public synchronized Optional<Session> session(Sha256 id) {
        return Optional.ofNullable(sessions.get(id.value()));
    }

    @Override
    public synchronized List<Session> sessions(OperatorName name) {
        return sessions.values().stream()
                .filter(session -> session.name().equals(name))
                .sorted(Comparator.comparing(Session::seenAt))
                .toList();
    }

    @Override
    public synchronized void save(Session session) {
        sessions.merge(session.id().value(), session, (before, now) -> now.withProofOf(before));
    }

    @Override
    public synchronized void endSession(Sha256 id) {
        sessions.remove(id.value());
    }

    @Override
    public synchronized void endSessionsBefore(Instant begun, Instant seen) {
        sessions.values()
                .removeIf(session ->
                        session.begunAt().isBefore(begun) || session.seenAt().isBefore(seen));
    }

    @Override
    public synchronized Optional<Tries> tries(Sha256 key) {
        return Optional.ofNullable(tries.get(key.value()));
    }

    @Override
    public synchronized void save(Tries count) {
        tries.put(count.key().value(), count);
        while (tries.size() > TRIES_ROWS_MAX) {
            tries.values().stream()
                    .min(Comparator.comparing(Tries::last))
                    .ifPresent(oldest -> tries.remove(oldest.key().value()));
        }
    }

    @Override
    public synchronized void forgetTries(Sha256 key) {
        tries.remove(key.value());
    }

    @Override
    public synchronized void forgetTriesBefore(Instant last) {
        tries.values().removeIf(count -> count.last().isBefore(last));
    }

    @Override
    public synchronized Optional<Factor.App> app(OperatorName name) {
        return Optional.ofNullable(apps.get(name.value()));
    }

    @Override
    public synchronized void save(Factor.App app) {
        apps.put(app.name().value(), app);
    }

    @Override
    public synchronized void removeApp(OperatorName name) {
        apps.remove(name.value());
    }

    @Override
    public synchronized Optional<Factor.Passkey> passkey(String id) {
        return Optional.ofNullable(passkeys.get(id));
    }

    @Override
    public synchronized List<Factor.Passkey> passkeys(OperatorName name) {
        return passkeys.values().stream()
                .filter(key -> key.name().equals(name))
                .sorted(Comparator.comparing(Factor.Passkey::addedAt))
                .toList();
    }

    @Override
    public synchronized void save(Factor.Passkey passkey) {
        passkeys.put(passkey.id(), passkey);
    }

    @Override
    public synchronized void removePasskey(String id) {
        passkeys.remove(id);
    }
}
