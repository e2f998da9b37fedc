package org.menfang.gate.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Samples;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.AreaRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.LevelRule;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinHash;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.Quarantine;
import org.menfang.rules.Quota;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.Resolution;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.ScheduleId;

/// A compound with a street, a yard and a staircase behind it, whose rules a test fills in.
///
/// Access points: `gate-in` and `gate-out` between street and yard, `stairs-in` and `stairs-out`
/// between yard and staircase. Schedules: `always`, `day` from 08:00 to 20:00, and `mondays`.
/// Profiles: `home` opens everything always, `daily` the gate by day, `none` nothing.
final class Estate {
    static final Resolution DECIDED = new Resolution("议事会", LocalDate.of(2026, 11, 1), "7");

    static final QuotaId QUOTA = new QuotaId("out");

    private final List<Holder> holders = new ArrayList<>();
    private final List<Credential> credentials = new ArrayList<>();
    private final List<AccessPointRule> points = new ArrayList<>();
    private final List<AreaRule> areas = new ArrayList<>();
    private final List<Quota> quotas = new ArrayList<>();
    private final List<Quarantine> quarantines = new ArrayList<>();
    private final List<ClassLimit> limits = new ArrayList<>();
    private final List<LevelRule> levels = new ArrayList<>();
    private final List<RevokedPass> revoked = new ArrayList<>();

    static Site site() {
        Site site = Samples.site();
        return new Site(
                site.compound(),
                site.gate(),
                site.name(),
                site.zone(),
                site.place(),
                List.of(area("street", true), area("yard", false), area("stairs", false)),
                site.doors(),
                site.readers(),
                List.of(
                        point("gate-in", "north", "street", "yard"),
                        point("gate-out", "north", "yard", "street"),
                        point("stairs-in", "south", "yard", "stairs"),
                        point("stairs-out", "south", "stairs", "yard")),
                site.fire(),
                site.lamps(),
                site.cameras(),
                site.alarmInputs(),
                site.hub(),
                site.pins());
    }

    /// A holder of household 1-101.
    Estate holder(String id, HolderKind kind, String profile) {
        return add(
                new Holder(
                        new HolderId(id),
                        kind,
                        new HouseholdId("1-101"),
                        List.of(new AccessProfileId(profile)),
                        false,
                        false));
    }

    Estate add(Holder holder) {
        holders.add(holder);
        return this;
    }

    /// A card of the holder `h-` and its last digit.
    Estate card(String number) {
        return card(number, CredentialStatus.ACTIVE, null, null);
    }

    Estate card(
            String number,
            CredentialStatus status,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {
        credentials.add(
                Credential.card(
                        Samples.card(number), holderOf(number), status, validFrom, validUntil));
        return this;
    }

    /// A credential of a class, with a PIN or without.
    Estate credential(String number, CredentialClass type, boolean withPin) {
        credentials.add(
                new Credential(
                        Samples.card(number),
                        holderOf(number),
                        type,
                        CredentialStatus.ACTIVE,
                        null,
                        null,
                        withPin ? new PinHash("00112233445566778899AABBCCDDEEFF") : null,
                        null,
                        type == CredentialClass.SIGNED_TAG
                                ? new SecretKey("00112233445566778899AABBCCDDEEFF")
                                : null));
        return this;
    }

    Estate security(String accessPoint, AccessPointRule.SecurityTime... security) {
        points.add(
                new AccessPointRule(
                        new AccessPointId(accessPoint),
                        List.of(security),
                        null,
                        AccessPointRule.SECOND_PERSON_SECONDS_USUAL,
                        List.of(),
                        AccessPointRule.ESCORT_SECONDS_USUAL,
                        null));
        return this;
    }

    Estate area(String area, Passback passback, int occupantsMax) {
        areas.add(new AreaRule(new AreaId(area), passback, null, null, occupantsMax, List.of()));
        return this;
    }

    /// @param seconds for how long nobody passes the access point again
    Estate notAgain(String accessPoint, int seconds) {
        points.add(
                new AccessPointRule(
                        new AccessPointId(accessPoint),
                        List.of(),
                        null,
                        AccessPointRule.SECOND_PERSON_SECONDS_USUAL,
                        List.of(),
                        AccessPointRule.ESCORT_SECONDS_USUAL,
                        seconds));
        return this;
    }

    /// A quota of everybody at all access points.
    Estate quota(int usesMax) {
        quotas.add(
                new Quota(
                        QUOTA,
                        site().accessPoints().stream().map(AccessPointPlan::id).toList(),
                        usesMax,
                        72,
                        List.of(),
                        List.of(),
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-12-01T00:00:00Z"),
                        DECIDED));
        return this;
    }

    /// @param twoPersons the schedule in which two persons are needed
    Estate company(String accessPoint, @Nullable String twoPersons, HolderKind... escorted) {
        points.add(
                new AccessPointRule(
                        new AccessPointId(accessPoint),
                        List.of(),
                        twoPersons == null ? null : new ScheduleId(twoPersons),
                        AccessPointRule.SECOND_PERSON_SECONDS_USUAL,
                        List.of(escorted),
                        AccessPointRule.ESCORT_SECONDS_USUAL,
                        null));
        return this;
    }

    Estate quarantine(
            @Nullable String holder, @Nullable String household, String from, String until) {
        quarantines.add(
                new Quarantine(
                        holder == null ? null : new HolderId(holder),
                        household == null ? null : new HouseholdId(household),
                        Instant.parse(from),
                        Instant.parse(until),
                        DECIDED));
        return this;
    }

    Estate limit(CredentialClass type, String accessPoint, @Nullable String schedule) {
        limits.add(
                new ClassLimit(
                        type,
                        new AccessPointId(accessPoint),
                        schedule == null ? null : new ScheduleId(schedule)));
        return this;
    }

    Estate level(LevelRule level) {
        levels.add(level);
        return this;
    }

    Estate revoked(PassId pass) {
        revoked.add(new RevokedPass(pass, Instant.parse("2027-01-01T00:00:00Z")));
        return this;
    }

    RuleSet rules() {
        return new RuleSet(
                new CompoundId("peace"),
                1,
                null,
                List.of(),
                List.of(),
                List.of(
                        schedule("always", List.of(DayOfWeek.values()), 0, 1440),
                        schedule("day", List.of(DayOfWeek.values()), 8 * 60, 20 * 60),
                        schedule("mondays", List.of(DayOfWeek.MONDAY), 0, 1440)),
                List.of(
                        profile("home", "always", "gate-in", "gate-out", "stairs-in", "stairs-out"),
                        profile("daily", "day", "gate-in", "gate-out"),
                        profile("none", "always")),
                holders,
                credentials,
                new PlaceRules(List.of(), points, areas, List.of(), List.of()),
                new HouseholdRules(quotas, quarantines),
                new RecognitionRules(limits, null, null),
                new LevelRules(levels, 10, 60),
                new PassRules(List.of(), revoked, null, null));
    }

    AccessTable table() {
        return AccessTable.of(site(), rules());
    }

    private static HolderId holderOf(String number) {
        return new HolderId("h-" + number.charAt(number.length() - 1));
    }

    private static AreaPlan area(String id, boolean outside) {
        return new AreaPlan(new AreaId(id), id, outside);
    }

    private static AccessPointPlan point(String id, String door, String from, String to) {
        return new AccessPointPlan(
                new AccessPointId(id),
                new DoorId(door),
                new AreaId(from),
                new AreaId(to),
                new ReaderId("r-" + door));
    }

    private static WeeklySchedule schedule(
            String id, List<DayOfWeek> days, int fromMinute, int untilMinute) {
        return new WeeklySchedule(
                new ScheduleId(id),
                List.of(new WeeklySchedule.Period(days, fromMinute, untilMinute)));
    }

    private static AccessProfile profile(String id, String schedule, String... points) {
        List<AccessProfile.Policy> policies = new ArrayList<>();
        for (String point : points) {
            policies.add(
                    new AccessProfile.Policy(new AccessPointId(point), new ScheduleId(schedule)));
        }
        return new AccessProfile(new AccessProfileId(id), policies);
    }
}
