package org.menfang.hub.rights;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// One grave act and how far it has come.
///
/// @param number 1, 2, 3 and on, in the order in which they were proposed
/// @param subject what exactly is to be done, in Chinese
/// @param subjectEn the same in English
/// @param decidedBy who confirmed or refused it; none where nobody did
/// @param decidedAt when it was confirmed or refused, or when its time ran out
/// @param why the reason of a refusal, the key of a text, or the words of a fault; empty for none
public record GraveCase(
        int number,
        GraveKind kind,
        String subject,
        String subjectEn,
        OperatorName proposedBy,
        Instant proposedAt,
        State state,
        @Nullable OperatorName decidedBy,
        @Nullable Instant decidedAt,
        String why) {
    /// How long an act waits for the second person.
    public static final Duration WAIT_MAX = Duration.ofHours(24);

    /// Where an act stands.
    public enum State {
        WAITING,
        /// Two persons have agreed; it is being carried out.
        CONFIRMED,
        DONE,
        NOT_POSSIBLE,
        FAILED,
        BROKEN_OFF,
        REFUSED,
        EXPIRED
    }

    /// From this time on nobody can confirm it any more.
    public Instant until() {
        return proposedAt.plus(WAIT_MAX);
    }

    boolean isTooLate(Instant now) {
        return !now.isBefore(until());
    }

    GraveCase decided(State next, OperatorName by, Instant at, String reason) {
        return new GraveCase(
                number, kind, subject, subjectEn, proposedBy, proposedAt, next, by, at, reason);
    }

    GraveCase expired(Instant at) {
        return new GraveCase(
                number,
                kind,
                subject,
                subjectEn,
                proposedBy,
                proposedAt,
                State.EXPIRED,
                null,
                at,
                "");
    }

    GraveCase became(GraveEntry.Result result, String reason) {
        State next =
                switch (result) {
                    case DONE -> State.DONE;
                    case NOT_POSSIBLE -> State.NOT_POSSIBLE;
                    case FAILED -> State.FAILED;
                    case BROKEN_OFF -> State.BROKEN_OFF;
                };
        return new GraveCase(
                number,
                kind,
                subject,
                subjectEn,
                proposedBy,
                proposedAt,
                next,
                decidedBy,
                decidedAt,
                reason);
    }
}
