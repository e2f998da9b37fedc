package org.menfang.gate.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Turn;
import org.menfang.gate.ledger.Entry.WrongTries;
import org.menfang.gate.ledger.Ledger;
import org.menfang.gate.rule.KnownTime;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.PinCheck;

/// Wrong PINs of each credential. After {@link Limits#WRONG_PINS_MAX} the credential is locked out
/// for a while, and twice as long each time again; never the reader, and never the door.
///
/// A lock-out that began since the start ends by uptime, which nobody can set. One from before the
/// start ends when its time has passed for certain, or after its full length of uptime.
final class Tries {
    private final Ledger ledger;
    private final TreeMap<CredentialIdentifier, MonotonicTime> lockedSinceStart = new TreeMap<>();

    Tries(Ledger ledger) {
        this.ledger = ledger;
    }

    boolean isLockedOut(CredentialIdentifier credential, KnownTime time, MonotonicTime now) {
        WrongTries tries = find(credential);
        Instant until = tries == null ? null : tries.lockedUntil();
        if (tries == null || until == null) {
            return false;
        }
        MonotonicTime ends = lockedSinceStart.get(credential);
        if (ends != null) {
            return now.isBefore(ends);
        }
        return !time.hasReached(until)
                && now.isBefore(MonotonicTime.START.plus(lockOut(tries.wrong())));
    }

    /// Counts what was entered after a card.
    ///
    /// @return for how long the credential is locked out from now on; empty where it is not
    Optional<Duration> count(Turn turn, Proof proof, KnownTime time) {
        CredentialIdentifier credential = proof.credential();
        PinCheck pin = proof.pin();
        if (credential == null || pin == null) {
            return Optional.empty();
        }
        return switch (pin) {
            case NOT_ENTERED -> Optional.empty();
            case WRONG -> wrong(turn, credential, time);
            case RIGHT, DURESS -> {
                right(turn, credential);
                yield Optional.empty();
            }
        };
    }

    private Optional<Duration> wrong(Turn turn, CredentialIdentifier credential, KnownTime time) {
        WrongTries before = find(credential);
        int wrong = before == null ? 1 : Math.min(before.wrong() + 1, Limits.WRONG_PINS_KEPT_MAX);
        if (wrong % Limits.WRONG_PINS_MAX != 0) {
            ledger.keep(turn, new WrongTries(credential, wrong, null));
            lockedSinceStart.remove(credential);
            return Optional.empty();
        }
        Duration lockOut = lockOut(wrong);
        boolean ahead = time.trusted() && time.wall().isAfter(time.passed());
        Instant from = ahead ? time.wall() : time.passed();
        ledger.keep(turn, new WrongTries(credential, wrong, from.plus(lockOut)));
        lockedSinceStart.put(credential, turn.time().plus(lockOut));
        return Optional.of(lockOut);
    }

    /// The right PIN: what was wrong before is forgotten.
    private void right(Turn turn, CredentialIdentifier credential) {
        WrongTries tries = find(credential);
        if (tries != null) {
            ledger.forget(turn, tries.key());
            lockedSinceStart.remove(credential);
        }
    }

    private @Nullable WrongTries find(CredentialIdentifier credential) {
        return ledger.find(WrongTries.class, credential.value());
    }

    private static Duration lockOut(int wrong) {
        int times = wrong / Limits.WRONG_PINS_MAX;
        Duration doubled = Limits.LOCK_OUT_FIRST.multipliedBy(1L << (Math.min(times, 20) - 1));
        return doubled.compareTo(Limits.LOCK_OUT_MAX) < 0 ? doubled : Limits.LOCK_OUT_MAX;
    }
}
