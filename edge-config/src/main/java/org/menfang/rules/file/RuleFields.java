package org.menfang.rules.file;

import org.menfang.json.ObjectFields;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.AreaRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.Credential;
import org.menfang.rules.DoorRule;
import org.menfang.rules.GateOutline;
import org.menfang.rules.Holder;
import org.menfang.rules.Interlock;
import org.menfang.rules.LevelRule;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.Quarantine;
import org.menfang.rules.Quota;
import org.menfang.rules.Resolution;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.RuleLimits;
import org.menfang.rules.SecretKey;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.TravelTime;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.CompoundId;

/// Which fields a rule set has, and where in a draft they go.
final class RuleFields {
    /// Where an editor finds the JSON Schema; a gate has no use for it.
    private static final String SCHEMA = "$schema";

    private RuleFields() {}

    static ObjectFields into(RuleDraft draft) {
        SharedValues shared = new SharedValues();
        return new ObjectFields()
                .value(SCHEMA, String.class, (_, _) -> {})
                .value("compound", CompoundId.class, draft.compound()::take)
                .value("version", Long.class, draft.version()::take)
                .value("decided", Resolution.class, draft.decided()::take)
                .list("gates", GateOutline.class, RuleLimits.GATES_MAX, draft.gates()::take)
                .list(
                        "specialDays",
                        SpecialDays.class,
                        RuleLimits.SPECIAL_DAYS_MAX,
                        draft.specialDays()::take)
                .list(
                        "schedules",
                        WeeklySchedule.class,
                        RuleLimits.SCHEDULES_MAX,
                        draft.schedules()::take)
                .list(
                        "profiles",
                        AccessProfile.class,
                        RuleLimits.PROFILES_MAX,
                        draft.profiles()::take)
                .list(
                        "holders",
                        Holder.class,
                        RuleLimits.HOLDERS_MAX,
                        (place, index, holder) ->
                                draft.holders().take(place, index, shared.share(holder)))
                .list(
                        "credentials",
                        Credential.class,
                        RuleLimits.CREDENTIALS_MAX,
                        (place, index, credential) ->
                                draft.credentials().take(place, index, shared.share(credential)))
                .section("places", places(draft))
                .section("households", households(draft))
                .section("recognition", recognition(draft))
                .section("levels", levels(draft))
                .section("passes", passes(draft))
                .demand("compound", "version", "schedules", "profiles", "holders", "credentials");
    }

    private static ObjectFields places(RuleDraft draft) {
        return new ObjectFields()
                .list("doors", DoorRule.class, RuleLimits.DOOR_RULES_MAX, draft.doors()::take)
                .list(
                        "accessPoints",
                        AccessPointRule.class,
                        RuleLimits.ACCESS_POINT_RULES_MAX,
                        draft.accessPoints()::take)
                .list("areas", AreaRule.class, RuleLimits.AREA_RULES_MAX, draft.areas()::take)
                .list(
                        "interlocks",
                        Interlock.class,
                        RuleLimits.INTERLOCKS_MAX,
                        draft.interlocks()::take)
                .list(
                        "travelTimes",
                        TravelTime.class,
                        RuleLimits.TRAVEL_TIMES_MAX,
                        draft.travelTimes()::take);
    }

    private static ObjectFields households(RuleDraft draft) {
        return new ObjectFields()
                .list("quotas", Quota.class, RuleLimits.QUOTAS_MAX, draft.quotas()::take)
                .list(
                        "quarantines",
                        Quarantine.class,
                        RuleLimits.QUARANTINES_MAX,
                        draft.quarantines()::take);
    }

    private static ObjectFields recognition(RuleDraft draft) {
        return new ObjectFields()
                .list(
                        "classLimits",
                        ClassLimit.class,
                        RuleLimits.CLASS_LIMITS_MAX,
                        draft.classLimits()::take)
                .value("pinKey", SecretKey.class, draft.pinKey()::take)
                .value("pinDigits", Integer.class, draft.pinDigits()::take)
                .value("tagKey", SecretKey.class, draft.tagKey()::take);
    }

    private static ObjectFields levels(RuleDraft draft) {
        return new ObjectFields()
                .list("levels", LevelRule.class, RuleLimits.LEVELS_MAX, draft.levels()::take)
                .value("holdOpenMinutesMax", Integer.class, draft.holdOpenMinutesMax()::take)
                .value("lockDownMinutesMax", Integer.class, draft.lockDownMinutesMax()::take);
    }

    private static ObjectFields passes(RuleDraft draft) {
        return new ObjectFields()
                .list("issuers", PassIssuer.class, RuleLimits.ISSUERS_MAX, draft.issuers()::take)
                .list("revoked", RevokedPass.class, RuleLimits.REVOKED_MAX, draft.revoked()::take)
                .value("rotationKey", SecretKey.class, draft.rotationKey()::take)
                .value("pinPass", PinPassRule.class, draft.pinPass()::take);
    }
}
