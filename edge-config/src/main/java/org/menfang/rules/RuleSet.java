package org.menfang.rules;

import java.util.List;
import org.menfang.vocabulary.CompoundId;

/// One versioned set of rights for one compound. A gate applies all of a set or nothing of it.
///
/// @param compound the compound that the set is for
/// @param version 1 and up; a newer set has a greater number
/// @param schedules the weekly schedules that the profiles name
/// @param profiles the access profiles that the holders name
/// @param holders who may hold a credential; without names
/// @param credentials what is validated, each with its holder
public record RuleSet(
        CompoundId compound,
        long version,
        List<WeeklySchedule> schedules,
        List<AccessProfile> profiles,
        List<Holder> holders,
        List<Credential> credentials) {
    public RuleSet {
        if (version < 1) {
            throw new IllegalArgumentException("rule set versions begin at 1: " + version);
        }
        schedules = List.copyOf(schedules);
        profiles = List.copyOf(profiles);
        holders = List.copyOf(holders);
        credentials = List.copyOf(credentials);
    }
}
