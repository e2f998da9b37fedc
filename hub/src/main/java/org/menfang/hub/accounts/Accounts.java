package org.menfang.hub.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Lets people in and knows who is in. Any thread may call it.
///
/// Each try is counted before it is checked and taken off again if it was right, so that tries at
/// the same time cannot pass the limit together.
public final class Accounts {
    /// Most browsers in which one person is signed in; the longest unused gives way.
    public static final int SESSIONS_PER_ACCOUNT_MAX = 20;

    private static final int SECRET_BYTES = 32;
    private static final int SECRET_CHARS_MAX = 64;

    private final AccountStore store;
    private final Clock clock;
    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();
    private final Proving proving;

    public Accounts(AccountStore store, Clock clock) {
        this(store, clock, Passwords.strong());
    }

    Accounts(AccountStore store, Clock clock, Passwords passwords) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
        this.proving = new Proving(store, this, clock);
    }

    /// Where people prove again who they are, and set with what.
    public Proving proving() {
        return proving;
    }

    /// Tries a name and a password.
    ///
    /// @param typedName as typed, however long or wrong
    /// @param address where the try comes from
    public SignIn signIn(String typedName, String password, String address) {
        String name = typedName.strip();
        return letIn(
                guarded(List.of(TryLimit.values()), name, address, () -> check(name, password)),
                false);
    }

    /// Tries a one-time code.
    ///
    /// @param redeemed uses the code up and names whom it was made for
    public SignIn signInByCode(String address, Supplier<Optional<OperatorName>> redeemed) {
        return letIn(
                guarded(
                        List.of(TryLimit.ADDRESS),
                        "",
                        address,
                        () -> redeemed.get().filter(name -> !Book.isReserved(name))),
                false);
    }

    /// Tries a passkey, which stands for two factors: the device, and what unlocks it.
    ///
    /// @param signer whose passkey has signed
    SignIn signInByPasskey(String address, Supplier<Optional<OperatorName>> signer) {
        return letIn(guarded(List.of(TryLimit.ADDRESS), "", address, signer), true);
    }

    private SignIn letIn(Try result, boolean proved) {
        return switch (result) {
            case Try.LockedOut(Instant until) -> new SignIn.LockedOut(until);
            case Try.Wrong() -> new SignIn.Wrong();
            // A password or a link proves enough only where nothing more is set.
            case Try.Right(OperatorName name) ->
                    new SignIn.Welcome(name, begin(name, proved || !means(name).hasSecond()));
        };
    }

    /// With what a person can prove who it is.
    Means means(OperatorName name) {
        return new Means(
                hasPassword(name),
                store.app(name).filter(app -> app.confirmedAt() != null).isPresent(),
                store.passkeys(name));
    }

    /// Tries something that only the person in a session can know or have.
    Proof prove(Session session, String address, BooleanSupplier isRight) {
        OperatorName name = session.name();
        Try result =
                guarded(
                        List.of(TryLimit.values()),
                        name.value(),
                        address,
                        () -> isRight.getAsBoolean() ? Optional.of(name) : Optional.empty());
        return switch (result) {
            case Try.LockedOut(Instant until) -> new Proof.LockedOut(until);
            case Try.Wrong() -> new Proof.Wrong();
            case Try.Right(OperatorName _) -> {
                noteProof(session);
                yield new Proof.Proved();
            }
        };
    }

    void noteProof(Session session) {
        store.save(session.proved(clock.instant()));
    }

    boolean isPassword(OperatorName name, String password) {
        return check(name.value(), password).isPresent();
    }

    /// Forgets with what a person signs in and ends all sessions of that person: what was lost is
    /// worth nothing any more.
    public void reset(OperatorName name) {
        store.account(name).ifPresent(known -> store.save(new Account(name, known.since(), null)));
        store.removeApp(name);
        store.passkeys(name).forEach(key -> store.removePasskey(key.id()));
        store.sessions(name).forEach(session -> store.endSession(session.id()));
    }

    /// Who holds this secret; none if nobody does any longer.
    public Optional<Session> find(String secret) {
        if (secret.length() > SECRET_CHARS_MAX) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Session> found = store.session(idOf(secret)).filter(known -> known.isLive(now));
        found.filter(session -> session.wasSeenLongBefore(now))
                .ifPresent(session -> store.save(session.seen(now)));
        return found;
    }

    public void signOut(Session session) {
        store.endSession(session.id());
    }

    /// Whether this person can sign in with a password.
    public boolean hasPassword(OperatorName name) {
        return store.account(name).map(Account::passwordHash).isPresent();
    }

    /// Sets the password of the person in a session and ends this person's other sessions.
    public PasswordRule setPassword(Session session, String password) {
        PasswordRule rule = PasswordRule.of(session.name(), password);
        if (rule == PasswordRule.KEPT) {
            String hash = passwords.hash(password);
            Instant since =
                    store.account(session.name()).map(Account::since).orElse(session.begunAt());
            store.save(new Account(session.name(), since, hash));
            if (!means(session.name()).hasSecond()) {
                noteProof(session);
            }
            store.sessions(session.name()).stream()
                    .map(Session::id)
                    .filter(id -> !id.equals(session.id()))
                    .forEach(store::endSession);
        }
        return rule;
    }

    /// What became of a try, before anybody is let in.
    private sealed interface Try {
        record Right(OperatorName name) implements Try {}

        record Wrong() implements Try {}

        record LockedOut(Instant until) implements Try {}
    }

    private Try guarded(
            List<TryLimit> limits,
            String name,
            String address,
            Supplier<Optional<OperatorName>> check) {
        Instant lockedUntil = countTry(limits, name, address);
        if (lockedUntil != null) {
            return new Try.LockedOut(lockedUntil);
        }
        Optional<OperatorName> known = check.get();
        if (known.isEmpty()) {
            return new Try.Wrong();
        }
        limits.forEach(limit -> takeOff(limit, limit.key(name, address)));
        return new Try.Right(known.get());
    }

    /// Counts a try, or says until when none is heard.
    private synchronized @Nullable Instant countTry(
            List<TryLimit> limits, String name, String address) {
        Instant now = clock.instant();
        store.forgetTriesBefore(now.minus(TryLimit.LONGEST));
        for (TryLimit limit : limits) {
            Optional<Tries> before = store.tries(limit.key(name, address));
            if (before.isPresent() && limit.isReached(before.get(), now)) {
                return limit.endOf(before.get());
            }
        }
        for (TryLimit limit : limits) {
            Sha256 key = limit.key(name, address);
            Tries before = store.tries(key).orElse(new Tries(key, 0, now));
            store.save(limit.oneMore(before, now));
        }
        return null;
    }

    /// A right answer clears its own name. It takes only itself off the count of the address, or
    /// one known password would allow any number of guesses at others.
    private synchronized void takeOff(TryLimit limit, Sha256 key) {
        Optional<Tries> counted = store.tries(key);
        if (limit == TryLimit.ADDRESS && counted.isPresent() && counted.get().count() > 1) {
            store.save(counted.get().oneLess());
        } else {
            store.forgetTries(key);
        }
    }

    private Optional<OperatorName> check(String name, String password) {
        Optional<Account> account = nameOf(name).flatMap(store::account);
        String hash = account.map(Account::passwordHash).orElse(null);
        String bounded =
                password.length() <= PasswordRule.CHARS_MAX
                        ? password
                        : password.substring(0, PasswordRule.CHARS_MAX + 1);
        if (account.isEmpty() || hash == null) {
            passwords.matchNobody(bounded);
            return Optional.empty();
        }
        return passwords.matches(bounded, hash)
                ? Optional.of(account.get().name())
                : Optional.empty();
    }

    private static Optional<OperatorName> nameOf(String typed) {
        try {
            return Optional.of(new OperatorName(typed)).filter(name -> !Book.isReserved(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String begin(OperatorName name, boolean proved) {
        Instant now = clock.instant();
        store.endSessionsBefore(now.minus(Session.AGE_MAX), now.minus(Session.IDLE_MAX));
        List<Session> others = store.sessions(name);
        others.stream()
                .limit(Math.max(0, others.size() - SESSIONS_PER_ACCOUNT_MAX + 1))
                .forEach(oldest -> store.endSession(oldest.id()));
        if (store.account(name).isEmpty()) {
            store.save(new Account(name, now, null));
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.save(new Session(idOf(secret), name, now, now, proved ? now : null));
        return secret;
    }

    private static Sha256 idOf(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
