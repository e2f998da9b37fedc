package org.menfang.gate.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.ScheduleId;

/// What holders may open, by their profiles: holders with the same profiles share one answer. Its
/// hash tables are looked up and never walked.
final class Rights {
    private final Map<ScheduleId, Timetable> timetables;
    private final Map<AccessProfileId, AccessProfile> profiles = new HashMap<>();
    private final Map<List<AccessProfileId>, Permissions> permissions = new HashMap<>();

    Rights(List<AccessProfile> profiles, Map<ScheduleId, Timetable> timetables) {
        this.timetables = timetables;
        for (AccessProfile profile : profiles) {
            if (this.profiles.put(profile.id(), profile) != null) {
                throw new IllegalArgumentException("the rule set has two of " + profile.id());
            }
        }
    }

    /// @throws IllegalArgumentException if the holder has a profile that is not there
    void prepare(Holder holder) {
        permissions.computeIfAbsent(holder.profiles(), this::together);
    }

    Permissions of(Holder holder) {
        Permissions found = permissions.get(holder.profiles());
        if (found == null) {
            throw new IllegalArgumentException("not a holder of this table: " + holder.id());
        }
        return found;
    }

    private Permissions together(List<AccessProfileId> ids) {
        Permissions together = new Permissions();
        for (AccessProfileId id : ids) {
            AccessProfile profile = profiles.get(id);
            if (profile == null) {
                throw new IllegalArgumentException("there is no profile " + id);
            }
            for (AccessProfile.Policy policy : profile.policies()) {
                Timetable timetable = timetables.get(policy.schedule());
                if (timetable == null) {
                    throw new IllegalArgumentException("there is no " + policy.schedule());
                }
                together.add(policy.accessPoint(), timetable);
            }
        }
        return together;
    }
}
