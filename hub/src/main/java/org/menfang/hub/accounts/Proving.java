package org.menfang.hub.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.menfang.hub.passkeys.PasskeyCheck;
import org.menfang.hub.passkeys.PasskeySite;
import org.menfang.vocabulary.OperatorName;

/// Proves that the person in a session is that person, and keeps with what. Any thread may call it.
public final class Proving {
    private static final String SIGN_IN = "sign-in";

    private final AccountStore store;
    private final Accounts accounts;
    private final Clock clock;
    private final PasskeyCheck check = new PasskeyCheck();
    private final SecureRandom random = new SecureRandom();

    /// Strangers ask for those with which one signs in; they push no others out.
    private final Challenges ofStrangers = new Challenges();

    private final Challenges ofSessions = new Challenges();

    Proving(AccountStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    public Means means(OperatorName name) {
        return accounts.means(name);
    }

    /// Whether the person in a session has proved it within the last {@link Session#PROOF_LIFE}.
    public boolean isProved(Session session) {
        return session.isProved(clock.instant());
    }

    /// Whether this session may change with what its person proves itself.
    public boolean mayChange(Session session) {
        return isProved(session) || means(session.name()).isNothing();
    }

    /// Tries the password; it counts only where nothing else is set.
    public Proof byPassword(Session session, String password, String address) {
        return means(session.name()).hasSecond()
                ? new Proof.Wrong()
                : accounts.prove(
                        session, address, () -> accounts.isPassword(session.name(), password));
    }

    /// Tries the number that an app shows.
    public Proof byApp(Session session, String digits, String address) {
        return accounts.prove(session, address, () -> useApp(session.name(), digits, true));
    }

    private synchronized boolean useApp(OperatorName name, String digits, boolean confirmed) {
        Instant now = clock.instant();
        Optional<Factor.App> app =
                store.app(name).filter(each -> (each.confirmedAt() != null) == confirmed);
        OptionalLong step =
                app.isEmpty()
                        ? OptionalLong.empty()
                        : Totp.step(app.get().secret(), digits, app.get().lastStep(), now);
        step.ifPresent(used -> store.save(app.get().confirmed(now, used)));
        return step.isPresent();
    }

    /// Begins with an app: its secret, which counts once the app has given a right number. Empty if
    /// the person has to prove first who it is.
    public Optional<byte[]> beginApp(Session session) {
        if (!mayChange(session)) {
            return Optional.empty();
        }
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        store.save(new Factor.App(session.name(), secret, null, 0));
        return Optional.of(secret);
    }

    /// The secret of an app that has not given a right number yet.
    public Optional<byte[]> begunApp(OperatorName name) {
        return store.app(name).filter(app -> app.confirmedAt() == null).map(Factor.App::secret);
    }

    /// The app's first number.
    public Proof confirmApp(Session session, String digits, String address) {
        return mayChange(session)
                ? accounts.prove(session, address, () -> useApp(session.name(), digits, false))
                : new Proof.ProveFirst();
    }

    public Proof removeApp(Session session) {
        if (!isProved(session)) {
            return new Proof.ProveFirst();
        }
        store.removeApp(session.name());
        return new Proof.Proved();
    }

    /// What a new passkey of this person has to sign.
    public byte[] challengeForNew(Session session) {
        return ofSessions.make("new " + session.id(), clock.instant());
    }

    /// Keeps a new passkey.
    ///
    /// @param answer of the browser
    public Proof addPasskey(Session session, PasskeySite site, String label, String answer) {
        if (!mayChange(session)) {
            return new Proof.ProveFirst();
        }
        if (store.passkeys(session.name()).size() >= Factor.Passkey.PER_ACCOUNT_MAX) {
            return new Proof.Full();
        }
        Instant now = clock.instant();
        Optional<PasskeyCheck.NewKey> added =
                check.challengeOfNew(answer)
                        .filter(each -> ofSessions.redeem(each, "new " + session.id(), now))
                        .flatMap(each -> check.added(site, each, answer))
                        .filter(key -> store.passkey(key.id()).isEmpty());
        if (added.isEmpty()) {
            return new Proof.Wrong();
        }
        PasskeyCheck.NewKey key = added.get();
        store.save(
                new Factor.Passkey(
                        key.id(),
                        session.name(),
                        label,
                        key.credential(),
                        key.signCount(),
                        now,
                        null));
        accounts.noteProof(session);
        return new Proof.Proved();
    }

    public Proof removePasskey(Session session, String id) {
        if (!isProved(session)) {
            return new Proof.ProveFirst();
        }
        if (store.passkey(id).filter(key -> key.name().equals(session.name())).isEmpty()) {
            return new Proof.Wrong();
        }
        store.removePasskey(id);
        return new Proof.Proved();
    }

    /// What a passkey of the person in a session has to sign.
    public byte[] challengeForProof(Session session) {
        return ofSessions.make("proof " + session.id(), clock.instant());
    }

    /// Tries a signature of the person in a session.
    public Proof byPasskey(Session session, PasskeySite site, String answer, String address) {
        return accounts.prove(
                session,
                address,
                () ->
                        signer(site, answer, ofSessions, "proof " + session.id())
                                .filter(session.name()::equals)
                                .isPresent());
    }

    /// What a passkey of anybody has to sign to come in.
    public byte[] challengeForSignIn() {
        return ofStrangers.make(SIGN_IN, clock.instant());
    }

    /// Lets in whoever's passkey has signed.
    public SignIn signIn(PasskeySite site, String answer, String address) {
        return accounts.signInByPasskey(address, () -> signer(site, answer, ofStrangers, SIGN_IN));
    }

    private Optional<OperatorName> signer(
            PasskeySite site, String answer, Challenges challenges, String purpose) {
        Instant now = clock.instant();
        Optional<PasskeyCheck.Signed> claim =
                check.claim(answer)
                        .filter(each -> challenges.redeem(each.challenge(), purpose, now));
        Optional<Factor.Passkey> key = claim.flatMap(each -> store.passkey(each.id()));
        if (claim.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        Factor.Passkey known = key.get();
        Optional<Long> count =
                check.signed(
                        site,
                        claim.get().challenge(),
                        known.credential(),
                        known.signCount(),
                        answer);
        count.ifPresent(signs -> store.save(known.used(now, signs)));
        return count.map(_ -> known.name());
    }
}
