package org.menfang.hub.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ScheduleId;

/// A curfew is whatever takes times from those who live in a compound: a schedule that is shorter,
/// an access point that a profile loses, a class of cards that opens less long.
final class Curfew {
    /// The name of its rule. There is one in a compound at most.
    static final String RULE = "curfew";

    private static final int TEXT_CHARS_MAX = 200;

    private Curfew() {}

    /// What one set takes from residents and renters that another one gave them.
    ///
    /// @param after with the people who live there now
    static List<LostTime> lost(RuleSet before, RuleSet after) {
        List<LostTime> lost = new ArrayList<>();
        Set<AccessProfileId> theirs = profilesOfThoseWhoLiveThere(after);
        for (AccessProfile profile : before.profiles()) {
            if (theirs.contains(profile.id())) {
                profile.policies().stream()
                        .map(AccessProfile.Policy::accessPoint)
                        .distinct()
                        .forEach(place ->
                                add(
                                        lost,
                                        profile.id().value(),
                                        place,
                                        times(before, profile.id(), place),
                                        times(after, profile.id(), place)));
            }
        }
        for (ClassLimit limit : after.recognition().classLimits()) {
            if (isForThoseWhoLiveThere(limit.type())) {
                add(
                        lost,
                        limit.type().name(),
                        limit.accessPoint(),
                        times(before, limit),
                        times(after, limit));
            }
        }
        return lost;
    }

    private static void add(
            List<LostTime> lost,
            String whose,
            AccessPointId place,
            OpenTimes before,
            OpenTimes after) {
        int week = before.weekMinutesMoreThan(after);
        int special = before.specialMinutesMoreThan(after);
        if (week > 0 || special > 0) {
            lost.add(new LostTime(whose, place.value(), week, special));
        }
    }

    private static Set<AccessProfileId> profilesOfThoseWhoLiveThere(RuleSet rules) {
        Set<AccessProfileId> profiles = new HashSet<>();
        rules.holders().stream()
                .filter(holder ->
                        holder.kind() == HolderKind.RESIDENT || holder.kind() == HolderKind.RENTER)
                .forEach(holder -> profiles.addAll(holder.profiles()));
        return profiles;
    }

    private static boolean isForThoseWhoLiveThere(CredentialClass type) {
        return switch (type) {
            case PLAIN_NUMBER, SECTOR_NUMBER, SIGNED_TAG, PIN -> true;
            case PAPER_PASS, ROTATING_PASS -> false;
        };
    }

    private static OpenTimes times(RuleSet rules, AccessProfileId id, AccessPointId place) {
        List<ScheduleId> schedules =
                rules.profiles().stream()
                        .filter(profile -> profile.id().equals(id))
                        .flatMap(profile -> profile.policies().stream())
                        .filter(policy -> policy.accessPoint().equals(place))
                        .map(AccessProfile.Policy::schedule)
                        .toList();
        return OpenTimes.of(rules, schedules);
    }

    /// A class without a limit at a place opens there always.
    private static OpenTimes times(RuleSet rules, ClassLimit like) {
        Optional<ClassLimit> limit =
                rules.recognition().classLimits().stream()
                        .filter(each ->
                                each.type() == like.type()
                                        && each.accessPoint().equals(like.accessPoint()))
                        .findFirst();
        if (limit.isEmpty()) {
            return OpenTimes.always(rules);
        }
        ScheduleId schedule = limit.get().schedule();
        return OpenTimes.of(rules, schedule == null ? List.of() : List.of(schedule));
    }

    /// What it says, in words that fit a rule.
    static String text(List<LostTime> lost) {
        String all =
                "限制出入时间 / curfew: "
                        + String.join("; ", lost.stream().map(LostTime::words).toList());
        return all.length() <= TEXT_CHARS_MAX ? all : all.substring(0, TEXT_CHARS_MAX);
    }

    /// A set in which times are as they were before a curfew. What was added meanwhile stays.
    static RuleSet lifted(RuleSet now, RuleSet before) {
        RecognitionRules recognition = now.recognition();
        return new RuleSet(
                now.compound(),
                now.version(),
                now.decided(),
                now.gates(),
                restored(now.specialDays(), before.specialDays(), each -> each.id()),
                restored(now.schedules(), before.schedules(), each -> each.id()),
                restored(now.profiles(), before.profiles(), each -> each.id()),
                now.holders(),
                now.credentials(),
                now.places(),
                now.households(),
                new RecognitionRules(
                        before.recognition().classLimits(),
                        recognition.pinKey(),
                        recognition.pinDigits(),
                        recognition.tagKey()),
                now.levels(),
                now.passes());
    }

    private static <T> List<T> restored(List<T> now, List<T> before, Function<T, Object> id) {
        Map<Object, T> all = new LinkedHashMap<>();
        now.forEach(each -> all.put(id.apply(each), each));
        before.forEach(each -> all.put(id.apply(each), each));
        return List.copyOf(all.values());
    }

    /// Only the times of a set: what is kept to take a curfew back, without people and passes.
    static RuleSet timesOf(RuleSet rules) {
        return rules.withPeople(List.of(), List.of()).onlyWith(List.of());
    }
}
