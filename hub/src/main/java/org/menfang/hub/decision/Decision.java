package org.menfang.hub.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;

/// A question that the council put, and what became of it.
///
/// @param number 1, 2, 3 and on
/// @param households how many may vote
/// @param quorum how many have to vote, or nothing is decided
/// @param votes those that count, by household
/// @param closedBy who wrote the result down; none while it is open
/// @param compound whose households vote; none where it is not known yet
/// @param termDays how many days it holds; none for as long as it is wanted
public record Decision(
        int number,
        DecisionKind kind,
        String text,
        int households,
        int quorum,
        OperatorName askedBy,
        Instant askedAt,
        List<CastVote> votes,
        State state,
        @Nullable OperatorName closedBy,
        @Nullable Instant closedAt,
        @Nullable CompoundId compound,
        @Nullable Integer termDays) {
    public Decision {
        votes = List.copyOf(votes);
    }

    /// When what it allows is over; none where it holds for as long as it is wanted.
    public @Nullable Instant endsAt() {
        return closedAt == null || termDays == null
                ? null
                : closedAt.plus(Duration.ofDays(termDays));
    }

    Decision in(@Nullable CompoundId meant) {
        return new Decision(
                number,
                kind,
                text,
                households,
                quorum,
                askedBy,
                askedAt,
                votes,
                state,
                closedBy,
                closedAt,
                meant,
                termDays);
    }

    /// One vote of one household.
    ///
    /// @param recordedBy who wrote it down
    public record CastVote(HouseholdId household, Vote vote, OperatorName recordedBy, Instant at) {}

    /// Where a question stands.
    public enum State {
        OPEN,
        PASSED,
        REJECTED,
        /// Too few households voted.
        NO_QUORUM
    }

    public int count(Vote vote) {
        return (int) votes.stream().filter(each -> each.vote() == vote).count();
    }

    /// What a question has come to when its vote ends: enough households voted, and more than half
    /// of them said yes.
    public static State result(int yes, int no, int abstain, int quorum) {
        int cast = yes + no + abstain;
        if (cast < quorum) {
            return State.NO_QUORUM;
        }
        return 2 * yes > cast ? State.PASSED : State.REJECTED;
    }
}
