package org.menfang.hub.accounts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// One browser in which somebody is signed in.
///
/// @param id the digest of the secret that the browser holds, so that nobody who reads the store
///   can take a session over
/// @param begunAt when the person signed in
/// @param seenAt when the browser was last heard, to {@link #SEEN_STEP}
/// @param provedAt when the person last proved to be that person; none for not yet
public record Session(
        Sha256 id, OperatorName name, Instant begunAt, Instant seenAt, @Nullable Instant provedAt) {
    /// A session ends when nobody uses it for this long: one shift and the way home.
    public static final Duration IDLE_MAX = Duration.ofHours(12);

    /// A session ends after this time in any case.
    public static final Duration AGE_MAX = Duration.ofDays(7);

    /// How exactly `seenAt` is kept, so that not every request writes.
    public static final Duration SEEN_STEP = Duration.ofMinutes(1);

    /// How long a proof counts: grave acts ask for one that is not older.
    public static final Duration PROOF_LIFE = Duration.ofMinutes(10);

    /// Whether the session still counts.
    public boolean isLive(Instant now) {
        return now.isBefore(seenAt.plus(IDLE_MAX)) && now.isBefore(begunAt.plus(AGE_MAX));
    }

    boolean wasSeenLongBefore(Instant now) {
        return !now.isBefore(seenAt.plus(SEEN_STEP));
    }

    Session seen(Instant now) {
        return new Session(id, name, begunAt, now, provedAt);
    }

    Session proved(Instant now) {
        return new Session(id, name, begunAt, seenAt, now);
    }

    boolean isProved(Instant now) {
        return provedAt != null && now.isBefore(provedAt.plus(PROOF_LIFE));
    }

    /// The same session with the later of two proofs.
    Session withProofOf(@Nullable Session other) {
        Instant proof = other == null ? null : other.provedAt;
        return proof != null && (provedAt == null || provedAt.isBefore(proof))
                ? proved(proof)
                : this;
    }
}
