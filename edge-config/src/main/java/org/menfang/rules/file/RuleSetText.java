package org.menfang.rules.file;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.json.LargeObject;
import org.menfang.json.TextPlace;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleLimits;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.ScheduleId;

/// Gathers one rule set from its text, and all its faults.
final class RuleSetText {
    private final List<RuleFault> faults = new ArrayList<>();
    private final List<Placed<WeeklySchedule>> schedules = new ArrayList<>();
    private final List<Placed<AccessProfile>> profiles = new ArrayList<>();
    private final List<Placed<Holder>> holders = new ArrayList<>();
    private final List<Placed<Credential>> credentials = new ArrayList<>();
    private @Nullable CompoundId compound;
    private long version;

    RuleSetCheck read(InputStream utf8) {
        LargeObject object =
                new LargeObject(RuleSetFiles.BYTES_MAX, RuleSetFiles.FAULTS_MAX + 1)
                        .value("compound", CompoundId.class, (place, id) -> compound = id)
                        .value("version", Long.class, this::takeVersion)
                        .list(
                                "schedules",
                                WeeklySchedule.class,
                                RuleLimits.SCHEDULES_MAX,
                                (place, it) -> schedules.add(new Placed<>(place, it)))
                        .list(
                                "profiles",
                                AccessProfile.class,
                                RuleLimits.PROFILES_MAX,
                                (place, it) -> profiles.add(new Placed<>(place, it)))
                        .list(
                                "holders",
                                Holder.class,
                                RuleLimits.HOLDERS_MAX,
                                (place, it) -> holders.add(new Placed<>(place, it)))
                        .list(
                                "credentials",
                                Credential.class,
                                RuleLimits.CREDENTIALS_MAX,
                                (place, it) -> credentials.add(new Placed<>(place, it)));
        List<LargeObject.Problem> problems = object.read(utf8);
        problems.forEach(this::addProblem);
        check(problems.isEmpty());
        CompoundId of = compound;
        return faults.isEmpty() && of != null
                ? new RuleSetCheck.Good(
                        RuleSet.ofRights(
                                of,
                                version,
                                values(schedules),
                                values(profiles),
                                values(holders),
                                values(credentials)))
                : new RuleSetCheck.Bad(told());
    }

    private void takeVersion(TextPlace place, long read) {
        version = read;
        if (read < 1) {
            add(place, "version", RuleFaultCode.BAD_VERSION, Long.toString(read));
        }
    }

    /// @param whole whether every piece was read; only then is what is named, and not there, a
    ///   fault of its own
    private void check(boolean whole) {
        Set<ScheduleId> scheduleIds = new HashSet<>();
        for (Placed<WeeklySchedule> schedule : schedules) {
            ScheduleId id = schedule.value.id();
            addUnless(
                    scheduleIds.add(id),
                    schedule.place,
                    RuleFaultCode.REPEATED_SCHEDULE,
                    id.value());
            checkSchedule(schedule);
        }
        Set<AccessProfileId> profileIds = new HashSet<>();
        for (Placed<AccessProfile> profile : profiles) {
            AccessProfileId id = profile.value.id();
            addUnless(
                    profileIds.add(id), profile.place, RuleFaultCode.REPEATED_PROFILE, id.value());
            checkProfile(profile, scheduleIds, whole);
        }
        Set<HolderId> holderIds = new HashSet<>();
        for (Placed<Holder> holder : holders) {
            HolderId id = holder.value.id();
            addUnless(holderIds.add(id), holder.place, RuleFaultCode.REPEATED_HOLDER, id.value());
            checkHolder(holder, profileIds, whole);
        }
        checkCredentials(holderIds, whole);
    }

    private void checkSchedule(Placed<WeeklySchedule> schedule) {
        List<WeeklySchedule.Period> periods = schedule.value.periods();
        limit(periods, RuleLimits.PERIODS_A_SCHEDULE_MAX, schedule.place, "periods");
        for (WeeklySchedule.Period period : periods) {
            boolean distinct = new HashSet<>(period.days()).size() == period.days().size();
            addUnless(
                    distinct,
                    schedule.place,
                    RuleFaultCode.REPEATED_DAY,
                    schedule.value.id().value());
        }
    }

    private void checkProfile(Placed<AccessProfile> profile, Set<ScheduleId> known, boolean whole) {
        List<AccessProfile.Policy> policies = profile.value.policies();
        limit(policies, RuleLimits.POLICIES_A_PROFILE_MAX, profile.place, "policies");
        for (AccessProfile.Policy policy : policies) {
            addUnless(
                    !whole || known.contains(policy.schedule()),
                    profile.place,
                    RuleFaultCode.UNKNOWN_SCHEDULE,
                    policy.schedule().value(),
                    profile.value.id().value());
        }
    }

    private void checkHolder(Placed<Holder> holder, Set<AccessProfileId> known, boolean whole) {
        List<AccessProfileId> named = holder.value.profiles();
        limit(named, RuleLimits.PROFILES_A_HOLDER_MAX, holder.place, "profiles");
        for (AccessProfileId profile : named) {
            addUnless(
                    !whole || known.contains(profile),
                    holder.place,
                    RuleFaultCode.UNKNOWN_PROFILE,
                    profile.value(),
                    holder.value.id().value());
        }
    }

    private void checkCredentials(Set<HolderId> known, boolean whole) {
        Set<CredentialIdentifier> identifiers = new HashSet<>();
        for (Placed<Credential> credential : credentials) {
            CredentialIdentifier identifier = credential.value.identifier();
            addUnless(
                    identifiers.add(identifier),
                    credential.place,
                    RuleFaultCode.REPEATED_CREDENTIAL,
                    identifier.value());
            addUnless(
                    !whole || known.contains(credential.value.holder()),
                    credential.place,
                    RuleFaultCode.UNKNOWN_HOLDER,
                    credential.value.holder().value(),
                    identifier.value());
        }
    }

    private void limit(List<?> list, int max, TextPlace place, String path) {
        if (list.size() > max) {
            add(place, path, RuleFaultCode.TOO_MANY, Integer.toString(max));
        }
    }

    private void addUnless(boolean good, TextPlace place, RuleFaultCode code, String... arguments) {
        if (!good) {
            add(place, "", code, arguments);
        }
    }

    private void addProblem(LargeObject.Problem problem) {
        RuleFaultCode code =
                switch (problem.kind()) {
                    case SYNTAX -> RuleFaultCode.SYNTAX;
                    case NOT_AN_OBJECT -> RuleFaultCode.NOT_AN_OBJECT;
                    case NOT_A_LIST -> RuleFaultCode.NOT_A_LIST;
                    case UNKNOWN_FIELD -> RuleFaultCode.UNKNOWN_FIELD;
                    case MISSING_FIELD -> RuleFaultCode.MISSING_FIELD;
                    case MALFORMED -> RuleFaultCode.MALFORMED;
                    case TOO_MANY -> RuleFaultCode.TOO_MANY;
                };
        add(problem.place(), problem.path(), code, problem.detail());
    }

    /// Counts one fault past the limit, so that the list can say that there are more.
    private void add(TextPlace place, String path, RuleFaultCode code, String... arguments) {
        if (faults.size() <= RuleSetFiles.FAULTS_MAX) {
            faults.add(new RuleFault(place.line(), place.column(), path, code, List.of(arguments)));
        }
    }

    private List<RuleFault> told() {
        List<RuleFault> told =
                new ArrayList<>(
                        faults.stream()
                                .limit(RuleSetFiles.FAULTS_MAX)
                                .sorted(
                                        Comparator.comparingInt(RuleFault::line)
                                                .thenComparingInt(RuleFault::column))
                                .toList());
        if (faults.size() > RuleSetFiles.FAULTS_MAX) {
            RuleFault last = told.getLast();
            told.add(
                    new RuleFault(
                            last.line(), last.column(), "", RuleFaultCode.AND_MORE, List.of()));
        }
        return told;
    }

    private static <T> List<T> values(List<Placed<T>> placed) {
        return placed.stream().map(Placed::value).toList();
    }

    private record Placed<T>(TextPlace place, T value) {}
}
