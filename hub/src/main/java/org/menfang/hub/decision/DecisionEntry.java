package org.menfang.hub.decision;

import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HouseholdId;

/// What happens to a question that the council puts.
public sealed interface DecisionEntry extends EntryBody {
    /// @param number 1, 2, 3 and on
    /// @param households how many may vote
    /// @param quorum how many have to vote, or nothing is decided
    /// @param compound whose households vote; none for the hub's first one
    /// @param termDays how many days it holds once it has passed; none for as long as it is wanted
    record Asked(
            int number,
            DecisionKind kind,
            String text,
            int households,
            int quorum,
            @Nullable CompoundId compound,
            @Nullable Integer termDays)
            implements DecisionEntry {}

    record Voted(int number, HouseholdId household, Vote vote) implements DecisionEntry {}

    /// A vote was written down wrongly and does not count.
    record VoteStruck(int number, HouseholdId household, String reason) implements DecisionEntry {}

    record Closed(int number, Decision.State result, int yes, int no, int abstain)
            implements DecisionEntry {}
}
