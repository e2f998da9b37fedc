package org.menfang.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.ScheduleId;

/// What a holder may pass, and when.
///
/// @param lane the one area that the profile leads to: every access point of it leads there or back
///   from there. So a visitor of the clinic never gets a right to the yard by mistake. None for a
///   profile that is not kept to a lane
public record AccessProfile(AccessProfileId id, List<Policy> policies, @Nullable AreaId lane) {
    public AccessProfile {
        policies = List.copyOf(policies);
    }

    /// A profile that is not kept to a lane.
    public AccessProfile(AccessProfileId id, List<Policy> policies) {
        this(id, policies, null);
    }

    /// One access point in one schedule.
    public record Policy(AccessPointId accessPoint, ScheduleId schedule) {}
}
