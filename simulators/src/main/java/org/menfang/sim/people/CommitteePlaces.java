package org.menfang.sim.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AreaRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.DoorRule;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.Interlock;
import org.menfang.rules.LevelRule;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.Quarantine;
import org.menfang.rules.Quota;
import org.menfang.rules.Resolution;
import org.menfang.rules.TravelTime;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SecurityLevel;
import org.menfang.vocabulary.SiteLevel;

/// What the committee of the simulated compound has decided for doors, areas, households and
/// levels, as far as the site has what the rule is about.
final class CommitteePlaces {
    static final String COMMITTEE = "幸福里议事会";

    private static final AccessProfileId STAFF = new AccessProfileId("staff");
    private static final int DECIDED_DAYS_AGO = 14;
    private static final int QUOTA_DAYS = 30;
    private static final int QUOTA_HOURS = 72;
    private static final int QUARANTINE_DAYS = 10;
    private static final int STAY_MINUTES = 120;
    private static final int CLINIC_HOLDS = 30;
    private static final int SECOND_PERSON_SECONDS = 30;
    private static final int AGAIN_SECONDS = 60;
    private static final int WALK_SECONDS = 90;
    private static final int LEAST_WALK_SECONDS = 15;
    private static final int LOCKDOWN_MINUTES = 40;
    private static final int PATROL_MINUTES = 480;
    private static final int EVACUATION_MINUTES = 60;
    private static final int HOLD_OPEN_MINUTES = 10;
    private static final int LOCK_DOWN_MINUTES = 60;

    private final Site site;
    private final List<Person> people;
    private final CommitteeRules.Terms terms;
    private final List<AccessPointPlan> gates;
    private final Optional<AccessPointPlan> clinic;
    private final Optional<AccessPointPlan> shed;

    CommitteePlaces(Site site, List<Person> people, CommitteeRules.Terms terms) {
        this.site = site;
        this.people = people;
        this.terms = terms;
        gates =
                site.accessPoints().stream()
                        .filter(point -> !point.isRex() && isOutside(point))
                        .toList();
        clinic = into("clinic");
        shed = into("shed");
    }

    private boolean isOutside(AccessPointPlan point) {
        return site.areas().stream()
                .filter(area -> area.id().equals(point.from()))
                .anyMatch(AreaPlan::outside);
    }

    private Optional<AccessPointPlan> into(String area) {
        return site.accessPoints().stream()
                .filter(point -> !point.isRex() && point.to().value().contains(area))
                .findFirst();
    }

    Resolution decision() {
        return new Resolution(COMMITTEE, terms.today().minusDays(DECIDED_DAYS_AGO), "议事会纪要第 12 号");
    }

    PlaceRules places() {
        return new PlaceRules(
                Stream.concat(
                                gates.stream().limit(1).map(CommitteePlaces::openAtSchoolTimes),
                                shed.stream().map(CommitteePlaces::closedInTheSmallHours))
                        .toList(),
                accessPointRules(),
                clinic.stream().map(this::clinicArea).toList(),
                clinic.isPresent() && shed.isPresent()
                        ? List.of(
                                new Interlock(
                                        List.of(
                                                clinic.orElseThrow().door(),
                                                shed.orElseThrow().door())))
                        : List.of(),
                travelTimes());
    }

    private static DoorRule openAtSchoolTimes(AccessPointPlan gate) {
        return new DoorRule(
                gate.door(),
                List.of(
                        new DoorRule.ModeTime(
                                CommitteeTimes.SCHOOL_RUN, DoorMode.UNLOCKED, List.of(STAFF))));
    }

    private static DoorRule closedInTheSmallHours(AccessPointPlan point) {
        return new DoorRule(
                point.door(),
                List.of(
                        new DoorRule.ModeTime(
                                CommitteeTimes.SMALL_HOURS, DoorMode.BLOCKED, List.of())));
    }

    private List<AccessPointRule> accessPointRules() {
        Stream<AccessPointRule> keypads =
                gates.stream()
                        .filter(this::hasKeypad)
                        .map(point -> rule(point.id(), pinIn(CommitteeTimes.NIGHT), null, null));
        Stream<AccessPointRule> ofClinic =
                clinic.stream()
                        .filter(this::hasKeypad)
                        .map(point ->
                                rule(point.id(), pinIn(CommitteeTimes.CLINIC_CLOSED), null, null));
        Stream<AccessPointRule> ofShed =
                shed.stream()
                        .map(point ->
                                rule(point.id(), List.of(), CommitteeTimes.QUIET, AGAIN_SECONDS));
        return Stream.of(keypads, ofClinic, ofShed).flatMap(each -> each).toList();
    }

    private boolean hasKeypad(AccessPointPlan point) {
        return site.readers().stream()
                .filter(reader -> reader.id().equals(point.reader()))
                .anyMatch(ReaderPlan::keypad);
    }

    private static List<AccessPointRule.SecurityTime> pinIn(ScheduleId schedule) {
        return List.of(new AccessPointRule.SecurityTime(schedule, SecurityLevel.CARD_AND_PIN));
    }

    private static AccessPointRule rule(
            AccessPointId point,
            List<AccessPointRule.SecurityTime> security,
            @Nullable ScheduleId twoPersons,
            @Nullable Integer again) {
        return new AccessPointRule(
                point,
                security,
                twoPersons,
                SECOND_PERSON_SECONDS,
                List.of(),
                AccessPointRule.ESCORT_SECONDS_USUAL,
                again);
    }

    private AreaRule clinicArea(AccessPointPlan point) {
        return new AreaRule(
                point.to(),
                Passback.OFF,
                null,
                null,
                CLINIC_HOLDS,
                List.of(new AreaRule.StayLimit(HolderKind.VISITOR, terms.minutes(STAY_MINUTES))));
    }

    private List<TravelTime> travelTimes() {
        return gates.size() < 2
                ? List.of()
                : List.of(
                        new TravelTime(
                                gates.getFirst().id(),
                                gates.getLast().id(),
                                terms.seconds(WALK_SECONDS, LEAST_WALK_SECONDS)));
    }

    /// A card on a plain number is easy to copy: by night it does not open the clinic.
    List<ClassLimit> classLimits() {
        return clinic.stream()
                .map(point ->
                        new ClassLimit(
                                CredentialClass.PLAIN_NUMBER, point.id(), CommitteeTimes.DAYTIME))
                .toList();
    }

    HouseholdRules households() {
        return new HouseholdRules(
                clinic.stream().map(this::clinicQuota).toList(),
                quarantined(people).stream()
                        .map(person ->
                                new Quarantine(
                                        person.id(),
                                        null,
                                        day(-1),
                                        day(QUARANTINE_DAYS),
                                        decision()))
                        .toList());
    }

    /// Whoever is to stay at home for some days: the renter who lives alone.
    static Optional<Person> quarantined(List<Person> people) {
        return people.stream()
                .filter(person ->
                        person.habit() == Habit.WORKER && person.kind() == HolderKind.RENTER)
                .findFirst();
    }

    private Quota clinicQuota(AccessPointPlan point) {
        return new Quota(
                new QuotaId("clinic-visits"),
                List.of(point.id()),
                1,
                QUOTA_HOURS,
                List.of(HolderKind.VOLUNTEER, HolderKind.VISITOR),
                List.of(),
                day(-1),
                day(QUOTA_DAYS),
                decision());
    }

    private Instant day(int fromToday) {
        return terms.today().plusDays(fromToday).atStartOfDay(site.zone()).toInstant();
    }

    LevelRules levels() {
        return new LevelRules(
                List.of(
                        new LevelRule(
                                SiteLevel.PATROL_PRESENT,
                                List.of(LevelRule.Origin.HUB),
                                terms.minutes(PATROL_MINUTES),
                                List.of(),
                                List.of()),
                        new LevelRule(
                                SiteLevel.LOCKDOWN,
                                List.of(LevelRule.Origin.HUB, LevelRule.Origin.READER),
                                terms.minutes(LOCKDOWN_MINUTES),
                                gates.stream()
                                        .skip(1)
                                        .map(point ->
                                                new LevelRule.DoorEffect(
                                                        point.door(), DoorMode.LOCKED_DOWN))
                                        .toList(),
                                List.of(
                                        HolderKind.RESIDENT,
                                        HolderKind.RENTER,
                                        HolderKind.VOLUNTEER)),
                        new LevelRule(
                                SiteLevel.EVACUATION,
                                List.of(LevelRule.Origin.HUB),
                                terms.minutes(EVACUATION_MINUTES),
                                site.doors().stream()
                                        .map(DoorPlan::id)
                                        .map(door ->
                                                new LevelRule.DoorEffect(
                                                        door, DoorMode.LOCKED_OPEN))
                                        .toList(),
                                List.of())),
                HOLD_OPEN_MINUTES,
                LOCK_DOWN_MINUTES);
    }
}
