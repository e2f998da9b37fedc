package org.menfang.hub.household;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.Sha256;

/// Something about a household's link, account or visitors. Of a secret address it holds the hash.
public sealed interface HouseholdEntry extends EntryBody {
    record LinkGiven(CompoundId compound, HouseholdId household, Sha256 token)
            implements HouseholdEntry {}

    /// All links of the household stop working.
    record LinksTakenBack(CompoundId compound, HouseholdId household) implements HouseholdEntry {}

    record AccountBound(OperatorName account, CompoundId compound, HouseholdId household)
            implements HouseholdEntry {}

    record AccountUnbound(OperatorName account) implements HouseholdEntry {}

    /// @param household whose visitor it is; none for a visitor of the gatehouse
    /// @param token of the visitor's own page
    record PassMade(
            CompoundId compound,
            @Nullable HouseholdId household,
            PassId pass,
            Sha256 token,
            Instant from,
            Instant until)
            implements HouseholdEntry {}

    record PassTakenBack(PassId pass) implements HouseholdEntry {}
}
