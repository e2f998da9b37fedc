package org.menfang.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;

/// One versioned set of rules for one compound. A gate applies all of a set or nothing of it.
///
/// @param compound the compound that the set is for
/// @param version 1 and up; a newer set has a greater number
/// @param decided who decided it; none where nobody wrote it down
/// @param gates what each gate of the compound has; empty where there is one gate
/// @param specialDays the special days that the schedules name
/// @param schedules the weekly schedules that everything else names
/// @param profiles the access profiles that the holders name
/// @param holders who may hold a credential; without names
/// @param credentials what is validated, each with its holder
public record RuleSet(
        CompoundId compound,
        long version,
        @Nullable Resolution decided,
        List<GateOutline> gates,
        List<SpecialDays> specialDays,
        List<WeeklySchedule> schedules,
        List<AccessProfile> profiles,
        List<Holder> holders,
        List<Credential> credentials,
        PlaceRules places,
        HouseholdRules households,
        RecognitionRules recognition,
        LevelRules levels,
        PassRules passes) {
    public RuleSet {
        if (version < 1) {
            throw new IllegalArgumentException("rule set versions begin at 1: " + version);
        }
        gates = List.copyOf(gates);
        specialDays = List.copyOf(specialDays);
        schedules = List.copyOf(schedules);
        profiles = List.copyOf(profiles);
        holders = List.copyOf(holders);
        credentials = List.copyOf(credentials);
    }

    /// The same set as another version.
    public RuleSet asVersion(long other) {
        return copy(other, holders, credentials, passes);
    }

    /// The same set with other people.
    public RuleSet withPeople(List<Holder> others, List<Credential> theirs) {
        return copy(version, others, theirs, passes);
    }

    /// The same set, in which these passes are taken back as well.
    public RuleSet revoking(List<RevokedPass> more) {
        return copy(version, holders, credentials, passes.revoking(more));
    }

    /// The same set, with some of its credentials only, and without passes.
    public RuleSet onlyWith(List<Credential> some) {
        return copy(version, holders, some, PassRules.NONE);
    }

    private RuleSet copy(
            long asVersion,
            List<Holder> withHolders,
            List<Credential> withCredentials,
            PassRules withPasses) {
        return new RuleSet(
                compound,
                asVersion,
                decided,
                gates,
                specialDays,
                schedules,
                profiles,
                withHolders,
                withCredentials,
                places,
                households,
                recognition,
                levels,
                withPasses);
    }

    /// A set that says who may pass where and when, and nothing more.
    public static RuleSet ofRights(
            CompoundId compound,
            long version,
            List<WeeklySchedule> schedules,
            List<AccessProfile> profiles,
            List<Holder> holders,
            List<Credential> credentials) {
        return new RuleSet(
                compound,
                version,
                null,
                List.of(),
                List.of(),
                schedules,
                profiles,
                holders,
                credentials,
                PlaceRules.NONE,
                HouseholdRules.NONE,
                RecognitionRules.NONE,
                LevelRules.NONE,
                PassRules.NONE);
    }
}
