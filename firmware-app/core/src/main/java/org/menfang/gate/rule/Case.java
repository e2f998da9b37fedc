package org.menfang.gate.rule;

import org.jspecify.annotations.Nullable;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.wire.Grounds;

/// An inquiry, with what the access table knows about who asks and where.
///
/// @param credential as listed; none for a pass, for a stranger, and where a volunteer lets
///   somebody in
/// @param holder who asks; none for a pass and for a stranger
public record Case(
        AccessTable table,
        Inquiry inquiry,
        AccessPointPlan point,
        KnownTime time,
        @Nullable Credential credential,
        @Nullable Holder holder) {

    public Grounds grounds() {
        return inquiry.grounds();
    }

    /// Whether somebody shows a pass.
    public boolean isPass() {
        return grounds().pass() != null;
    }

    /// Whether the access point leads out of the compound.
    public boolean leadsOutside() {
        return table.isOutside(point.to());
    }

    /// Whether the access point leads into the compound from outside.
    public boolean comesFromOutside() {
        return table.isOutside(point.from());
    }

    /// Who asks, by kind; none for a stranger.
    public @Nullable HolderKind kind() {
        Grounds.PassFacts pass = grounds().pass();
        return holder != null ? holder.kind() : pass == null ? null : pass.kind();
    }

    public @Nullable HouseholdId household() {
        return holder == null ? null : holder.household();
    }
}
