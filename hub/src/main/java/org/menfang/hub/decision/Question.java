package org.menfang.hub.decision;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;

/// A question before it is put.
///
/// @param compound whose households vote; none for the hub's first one
/// @param households how many may vote
/// @param quorum how many have to vote, or nothing is decided
/// @param termDays how many days it holds once it has passed; none for as long as it is wanted
public record Question(
        @Nullable CompoundId compound,
        DecisionKind kind,
        String text,
        int households,
        int quorum,
        @Nullable Integer termDays) {
    public static final int TERM_DAYS_MAX = 3_650;

    /// One for the hub's first compound, which holds for as long as it is wanted.
    public Question(DecisionKind kind, String text, int households, int quorum) {
        this(null, kind, text, households, quorum, null);
    }
}
