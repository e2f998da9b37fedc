package org.menfang.gate.rule;

import org.jspecify.annotations.Nullable;
import org.menfang.rules.AreaRule;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.ScheduleId;
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

    /// Whether nothing that could be a credential was shown, and nobody vouches for anybody.
    public boolean isUnreadable() {
        return inquiry.credential() == null && inquiry.assisted() == null && !isPass();
    }

    /// What kind of proof was shown; none for a stranger, and where a volunteer lets somebody in.
    public @Nullable CredentialClass type() {
        CredentialClass recognised = grounds().type();
        return recognised != null || credential == null ? recognised : credential.type();
    }

    /// Whether a schedule holds now, as far as the clock may be believed.
    boolean holds(ScheduleId schedule) {
        return table.timetable(schedule).holdsAt(inquiry.grounds().local());
    }

    /// Whether the access point leads away from the outside: on the way home.
    public boolean leadsInward() {
        return table.depth(point.to()) > table.depth(point.from());
    }

    /// Whether it leads towards the outside: on the way out.
    public boolean leadsOutward() {
        return table.depth(point.to()) < table.depth(point.from());
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

    /// Whether the holder comes in and is already inside, as far as the gate knows: in the very
    /// area where this leads, or, coming from outside, in any area that is inside. A place that is
    /// doubtful counts for nothing, so that the first passage after a power cut is believed.
    public boolean isPassback() {
        AreaRule rule = table.areaRule(point.to());
        Grounds.Place place = grounds().place();
        if (rule == null
                || rule.passback() == Passback.OFF
                || place == null
                || place.doubtful()
                || holder == null) {
            return false;
        }
        boolean inside = !table.isOutside(place.area());
        return place.area().equals(point.to()) || (inside && comesFromOutside());
    }
}
