package org.menfang.gate.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Grounds.UseRef;

/// One line of the ledger. A line with the same key takes the place of the one before.
public sealed interface Entry {
    EntryKey key();

    /// Where a holder is.
    record Whereabouts(HolderId holder, AreaId area, Instant since) implements Entry {
        @Override
        public EntryKey key() {
            return new EntryKey("Whereabouts", holder.value());
        }
    }

    /// Where the bearer of a pass is.
    ///
    /// @param expires when the pass expires
    record PassWhereabouts(
            PassId pass, HolderKind bearer, AreaId area, Instant since, Instant expires)
            implements Entry {
        @Override
        public EntryKey key() {
            return new EntryKey("PassWhereabouts", pass.value());
        }
    }

    /// How many have left an area by REX and nobody knows who: so many of those who seem to be
    /// there are not.
    ///
    /// @param since when the last of them left
    record Unseen(AreaId area, int count, Instant since) implements Entry {
        @Override
        public EntryKey key() {
            return new EntryKey("Unseen", area.value());
        }
    }

    /// When a holder last passed an access point that may not be passed again for a while.
    record LastPassage(HolderId holder, AccessPointId accessPoint, Instant at) implements Entry {
        @Override
        public EntryKey key() {
            return new EntryKey("LastPassage", holder + "@" + accessPoint);
        }
    }

    /// What a household used of a quota, within its period.
    record QuotaUses(HouseholdId household, QuotaId quota, List<UseRef> uses) implements Entry {
        public QuotaUses {
            uses = List.copyOf(uses);
        }

        @Override
        public EntryKey key() {
            return new EntryKey("QuotaUses", household + "@" + quota);
        }
    }

    /// What was used of a pass.
    ///
    /// @param lastStep the last 30 s step of which a code was shown; none for a pass without codes
    /// @param expires from when on nobody needs to know any more
    record PassUses(PassId pass, List<UseRef> uses, @Nullable Long lastStep, Instant expires)
            implements Entry {
        public PassUses {
            uses = List.copyOf(uses);
        }

        @Override
        public EntryKey key() {
            return new EntryKey("PassUses", pass.value());
        }
    }

    /// What was used of passes up to a moment is not known any more: a pass that has only so many
    /// uses, and was good before it, may have been used up.
    record UsesForgotten(Instant upTo) implements Entry {
        public static final EntryKey KEY = new EntryKey("UsesForgotten", "");

        @Override
        public EntryKey key() {
            return KEY;
        }
    }

    /// The highest counter of a signed tag.
    record TagCounter(CredentialIdentifier tag, long counter) implements Entry {
        @Override
        public EntryKey key() {
            return new EntryKey("TagCounter", tag.value());
        }
    }

    /// Wrong tries of a credential.
    ///
    /// @param lockedUntil until when it is locked out; none while it is not
    record WrongTries(CredentialIdentifier credential, int wrong, @Nullable Instant lockedUntil)
            implements Entry {
        @Override
        public EntryKey key() {
            return new EntryKey("WrongTries", credential.value());
        }
    }

    /// How far this gate has taken in what another gate of the compound granted.
    ///
    /// @param seq the last `events` seq of that gate up to which nothing that counts is missing
    record PeerHeard(GateId gate, long seq) implements Entry {
        @Override
        public EntryKey key() {
            return new EntryKey("PeerHeard", gate.value());
        }
    }

    /// The level that was set.
    ///
    /// @param endsAt when it ends by itself, by the wall clock; none where that was not trusted
    /// @param leftMillis how much of it was left when this was kept, for a clock that is not
    ///   trusted after a restart
    /// @param by who set it at the hub
    /// @param holder who set it at a reader
    record LevelSet(
            SiteLevel level,
            @Nullable Instant endsAt,
            long leftMillis,
            @Nullable OperatorName by,
            @Nullable HolderId holder)
            implements Entry {
        public static final EntryKey KEY = new EntryKey("LevelSet", "");

        @Override
        public EntryKey key() {
            return KEY;
        }
    }
}
