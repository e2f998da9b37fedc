package org.menfang.rules;

import java.util.List;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.ScheduleId;

/// What a holder may pass, and when.
public record AccessProfile(AccessProfileId id, List<Policy> policies) {
    public AccessProfile {
        policies = List.copyOf(policies);
    }

    /// One access point in one schedule.
    public record Policy(AccessPointId accessPoint, ScheduleId schedule) {}
}
