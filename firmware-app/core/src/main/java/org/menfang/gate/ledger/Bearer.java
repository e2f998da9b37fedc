package org.menfang.gate.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Case;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;
import org.menfang.wire.Grounds;

/// Somebody who is somewhere: a holder, or whoever shows a pass.
sealed interface Bearer {
    /// Under what the whereabouts are kept.
    EntryKey key();

    Entry at(AreaId area, Instant since);

    /// None for a holder who is no longer listed.
    @Nullable HolderKind kind(AccessTable table);

    /// What a volunteer is shown: names stay at the hub.
    String shown();

    record OfHolder(HolderId holder) implements Bearer {
        @Override
        public EntryKey key() {
            return new EntryKey("Whereabouts", holder.value());
        }

        @Override
        public Entry at(AreaId area, Instant since) {
            return new Entry.Whereabouts(holder, area, since);
        }

        @Override
        public @Nullable HolderKind kind(AccessTable table) {
            Holder found = table.holder(holder);
            return found == null ? null : found.kind();
        }

        @Override
        public String shown() {
            return holder.value();
        }
    }

    record OfPass(PassId pass, HolderKind bearer, Instant expires) implements Bearer {
        @Override
        public EntryKey key() {
            return new EntryKey("PassWhereabouts", pass.value());
        }

        @Override
        public Entry at(AreaId area, Instant since) {
            return new Entry.PassWhereabouts(pass, bearer, area, since, expires);
        }

        @Override
        public @Nullable HolderKind kind(AccessTable table) {
            return bearer;
        }

        @Override
        public String shown() {
            return pass.identifier().value();
        }
    }

    /// Who asks; none for a stranger.
    static @Nullable Bearer of(Case asked) {
        Holder holder = asked.holder();
        return of(holder == null ? null : holder.id(), asked.grounds().pass());
    }

    static @Nullable Bearer of(@Nullable HolderId holder, Grounds.@Nullable PassFacts pass) {
        if (holder != null) {
            return new OfHolder(holder);
        }
        if (pass == null || pass.pass() == null || pass.expires() == null) {
            return null;
        }
        HolderKind kind = pass.kind();
        return new OfPass(pass.pass(), kind == null ? HolderKind.VISITOR : kind, pass.expires());
    }
}
