package org.menfang.hub.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// A change of who holds what. It names numbers only; of a card it names the last four signs.
///
/// Where there is a `version`, it is that of the rule set that says so.
public sealed interface PeopleEntry extends EntryBody {
    record HolderAdded(
            CompoundId compound,
            HolderId holder,
            HolderKind kind,
            @Nullable HouseholdId household,
            List<AccessProfileId> profiles,
            long version)
            implements PeopleEntry {}

    record HolderChanged(
            CompoundId compound,
            HolderId holder,
            HolderKind kind,
            @Nullable HouseholdId household,
            List<AccessProfileId> profiles,
            boolean suspended,
            boolean extendedTimes,
            long version)
            implements PeopleEntry {}

    /// Somebody has a new name or address; which, the log does not know.
    record NameWritten(CompoundId compound, HolderId holder) implements PeopleEntry {}

    record HolderEnded(CompoundId compound, HolderId holder, long version) implements PeopleEntry {}

    record CardGiven(CompoundId compound, HolderId holder, String card, long version)
            implements PeopleEntry {}

    record CardChanged(
            CompoundId compound,
            HolderId holder,
            String card,
            CredentialStatus status,
            long version)
            implements PeopleEntry {}

    record CardTakenBack(CompoundId compound, HolderId holder, String card, long version)
            implements PeopleEntry {}

    /// @param until none where it no longer ends
    record TenancySet(CompoundId compound, HolderId holder, @Nullable Instant until, long version)
            implements PeopleEntry {}

    /// Somebody was told that a tenancy ends.
    ///
    /// @param days how many days before, at most
    record TenancyWarned(CompoundId compound, HolderId holder, Instant until, int days)
            implements PeopleEntry {}

    /// @param help none where it is not needed any more
    record AssistanceNoted(CompoundId compound, HolderId holder, @Nullable Assistance help)
            implements PeopleEntry {}

    /// One person alone took something of somebody's rights. So many a day take two.
    record RightsTaken(CompoundId compound, HolderId holder) implements PeopleEntry {}

    /// All cards of many people are out of use, or in use again.
    ///
    /// @param executed who proposed it
    /// @param checked who confirmed it, of another body
    record ManyBlocked(
            CompoundId compound,
            List<HolderId> holders,
            boolean blocked,
            String reason,
            OperatorName executed,
            OperatorName checked,
            long version)
            implements PeopleEntry {
        public ManyBlocked {
            holders = List.copyOf(holders);
        }
    }

    /// Why somebody is forgotten.
    enum Reason {
        MOVED_OUT,
        /// The person asked for it.
        ASKED,
        /// Nobody uses the entry any more: it was written twice, or by mistake.
        NOT_NEEDED
    }

    /// Name, address and pictures of somebody are gone. From here on only the number is known.
    ///
    /// @param executed who proposed it
    /// @param checked who confirmed it, of another body
    /// @param texts what texts of the log hash to in which the name stood; they are not shown in
    ///   public any more
    record Forgotten(
            CompoundId compound,
            HolderId holder,
            Reason reason,
            OperatorName executed,
            OperatorName checked,
            List<Sha256> texts)
            implements PeopleEntry {
        public Forgotten {
            texts = List.copyOf(texts);
        }
    }

    /// The name of somebody who is forgotten had come back, from an old table or an old copy, and
    /// is gone again.
    record ForgottenAgain(CompoundId compound, HolderId holder) implements PeopleEntry {}

    /// Many at once, from a table.
    record Imported(CompoundId compound, int people, int added, long version)
            implements PeopleEntry {}
}
