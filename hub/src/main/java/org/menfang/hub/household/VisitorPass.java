package org.menfang.hub.household;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PassId;

/// A pass that was made for a visitor.
///
/// @param household none for a visitor of the gatehouse
/// @param takenBack whether somebody took it back before its time
public record VisitorPass(
        CompoundId compound,
        @Nullable HouseholdId household,
        PassId pass,
        Instant from,
        Instant until,
        Instant madeAt,
        OperatorName madeBy,
        boolean takenBack) {
    /// Whether it can be used, now or later.
    boolean isOpen(Instant now) {
        return !takenBack && now.isBefore(until);
    }

    boolean isOf(Home home) {
        return compound.equals(home.compound()) && home.household().equals(household);
    }

    VisitorPass back() {
        return new VisitorPass(compound, household, pass, from, until, madeAt, madeBy, true);
    }
}
