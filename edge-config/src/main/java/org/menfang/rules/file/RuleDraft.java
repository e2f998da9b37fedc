package org.menfang.rules.file;

import java.util.List;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.AreaRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.Credential;
import org.menfang.rules.DoorRule;
import org.menfang.rules.GateOutline;
import org.menfang.rules.Holder;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.Interlock;
import org.menfang.rules.LevelRule;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.Quarantine;
import org.menfang.rules.Quota;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.Resolution;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.TravelTime;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.CompoundId;

/// A rule set as far as it is there, each piece with its place.
record RuleDraft(
        Pieces<CompoundId> compound,
        Pieces<Long> version,
        Pieces<Resolution> decided,
        Pieces<GateOutline> gates,
        Pieces<SpecialDays> specialDays,
        Pieces<WeeklySchedule> schedules,
        Pieces<AccessProfile> profiles,
        Pieces<Holder> holders,
        Pieces<Credential> credentials,
        Pieces<DoorRule> doors,
        Pieces<AccessPointRule> accessPoints,
        Pieces<AreaRule> areas,
        Pieces<Interlock> interlocks,
        Pieces<TravelTime> travelTimes,
        Pieces<Quota> quotas,
        Pieces<Quarantine> quarantines,
        Pieces<ClassLimit> classLimits,
        Pieces<SecretKey> pinKey,
        Pieces<Integer> pinDigits,
        Pieces<SecretKey> tagKey,
        Pieces<LevelRule> levels,
        Pieces<Integer> holdOpenMinutesMax,
        Pieces<Integer> lockDownMinutesMax,
        Pieces<PassIssuer> issuers,
        Pieces<RevokedPass> revoked,
        Pieces<SecretKey> rotationKey,
        Pieces<PinPassRule> pinPass) {

    /// One that is still to be filled.
    static RuleDraft empty() {
        return new RuleDraft(
                new Pieces<>("compound"),
                new Pieces<>("version"),
                new Pieces<>("decided"),
                new Pieces<>("gates"),
                new Pieces<>("specialDays"),
                new Pieces<>("schedules"),
                new Pieces<>("profiles"),
                new Pieces<>("holders"),
                new Pieces<>("credentials"),
                new Pieces<>("places.doors"),
                new Pieces<>("places.accessPoints"),
                new Pieces<>("places.areas"),
                new Pieces<>("places.interlocks"),
                new Pieces<>("places.travelTimes"),
                new Pieces<>("households.quotas"),
                new Pieces<>("households.quarantines"),
                new Pieces<>("recognition.classLimits"),
                new Pieces<>("recognition.pinKey"),
                new Pieces<>("recognition.pinDigits"),
                new Pieces<>("recognition.tagKey"),
                new Pieces<>("levels.levels"),
                new Pieces<>("levels.holdOpenMinutesMax"),
                new Pieces<>("levels.lockDownMinutesMax"),
                new Pieces<>("passes.issuers"),
                new Pieces<>("passes.revoked"),
                new Pieces<>("passes.rotationKey"),
                new Pieces<>("passes.pinPass"));
    }

    /// One that was not read from a text.
    static RuleDraft of(RuleSet set) {
        PlaceRules places = set.places();
        RecognitionRules recognition = set.recognition();
        LevelRules levels = set.levels();
        PassRules passes = set.passes();
        return new RuleDraft(
                Pieces.ofValue("compound", set.compound()),
                Pieces.ofValue("version", set.version()),
                Pieces.ofValue("decided", set.decided()),
                Pieces.of("gates", set.gates()),
                Pieces.of("specialDays", set.specialDays()),
                Pieces.of("schedules", set.schedules()),
                Pieces.of("profiles", set.profiles()),
                Pieces.of("holders", set.holders()),
                Pieces.of("credentials", set.credentials()),
                Pieces.of("places.doors", places.doors()),
                Pieces.of("places.accessPoints", places.accessPoints()),
                Pieces.of("places.areas", places.areas()),
                Pieces.of("places.interlocks", places.interlocks()),
                Pieces.of("places.travelTimes", places.travelTimes()),
                Pieces.of("households.quotas", set.households().quotas()),
                Pieces.of("households.quarantines", set.households().quarantines()),
                Pieces.of("recognition.classLimits", recognition.classLimits()),
                Pieces.ofValue("recognition.pinKey", recognition.pinKey()),
                Pieces.ofValue("recognition.pinDigits", recognition.pinDigits()),
                Pieces.ofValue("recognition.tagKey", recognition.tagKey()),
                Pieces.of("levels.levels", levels.levels()),
                Pieces.ofValue("levels.holdOpenMinutesMax", levels.holdOpenMinutesMax()),
                Pieces.ofValue("levels.lockDownMinutesMax", levels.lockDownMinutesMax()),
                Pieces.of("passes.issuers", passes.issuers()),
                Pieces.of("passes.revoked", passes.revoked()),
                Pieces.ofValue("passes.rotationKey", passes.rotationKey()),
                Pieces.ofValue("passes.pinPass", passes.pinPass()));
    }

    /// The set, of a draft in which no fault was found.
    RuleSet finished(CompoundId of, long number) {
        return new RuleSet(
                of,
                number,
                decided.value(),
                gates.values(),
                specialDays.values(),
                schedules.values(),
                profiles.values(),
                holders.values(),
                credentials.values(),
                new PlaceRules(
                        doors.values(),
                        accessPoints.values(),
                        areas.values(),
                        interlocks.values(),
                        travelTimes.values()),
                new HouseholdRules(quotas.values(), quarantines.values()),
                new RecognitionRules(
                        classLimits.values(), pinKey.value(), pinDigits.value(), tagKey.value()),
                new LevelRules(
                        levels.values(),
                        holdOpenMinutesMax.valueOr(LevelRules.NONE.holdOpenMinutesMax()),
                        lockDownMinutesMax.valueOr(LevelRules.NONE.lockDownMinutesMax())),
                new PassRules(
                        issuers.values(), revoked.values(), rotationKey.value(), pinPass.value()));
    }

    /// Everything that names places or times, and the rules themselves: all but the long lists of
    /// holders and credentials.
    List<Pieces<? extends Record>> rules() {
        return List.of(
                specialDays,
                schedules,
                profiles,
                doors,
                accessPoints,
                areas,
                interlocks,
                travelTimes,
                quotas,
                quarantines,
                classLimits,
                levels,
                issuers,
                revoked,
                pinPass);
    }
}
