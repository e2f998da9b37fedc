package org.menfang.sim.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinHash;
import org.menfang.rules.PinHashes;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.rules.WeeklySchedule;
import org.menfang.sim.device.Card;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SecurityLevel;

/// What the committee of the simulated compound has decided: who may pass where and when.
public final class CommitteeRules {
    private static final AccessProfileId RESIDENTS = new AccessProfileId("residents");
    private static final AccessProfileId STAFF = new AccessProfileId("staff");
    private static final AccessProfileId COURIERS = new AccessProfileId("couriers");
    private static final ScheduleId ALWAYS = new ScheduleId("always");
    private static final ScheduleId CLINIC_HOURS = new ScheduleId("clinic-hours");
    private static final ScheduleId DELIVERY_HOURS = new ScheduleId("delivery-hours");
    private static final ScheduleId LATE = new ScheduleId("late");
    private static final SecretKey PIN_KEY = new SecretKey("4D454E46414E472050494E204B455921");
    private static final String CLINIC = "clinic";
    private static final Period EXPIRED_SINCE = Period.ofDays(3);

    private final Site site;
    private final List<Person> people;
    private final LocalDate today;

    private CommitteeRules(Site site, List<Person> people, LocalDate today) {
        this.site = site;
        this.people = people;
        this.today = today;
    }

    /// @param today the renter's card has expired a few days before it
    public static RuleSet of(Site site, List<Person> people, LocalDate today) {
        CommitteeRules rules = new CommitteeRules(site, people, today);
        return new RuleSet(
                site.compound(),
                1,
                null,
                List.of(),
                List.of(),
                schedules(),
                rules.profiles(),
                people.stream().map(CommitteeRules::holder).toList(),
                Stream.concat(people.stream().flatMap(rules::credentials), rules.lostCredentials())
                        .toList(),
                rules.places(),
                HouseholdRules.NONE,
                new RecognitionRules(List.of(), PIN_KEY, new SecretKey(IssuedTag.PICC_KEY.text())),
                LevelRules.NONE,
                PassRules.NONE);
    }

    private static List<WeeklySchedule> schedules() {
        List<DayOfWeek> days = Arrays.asList(DayOfWeek.values());
        return List.of(
                schedule(ALWAYS, days, 0, WeeklySchedule.MINUTES_A_DAY),
                schedule(CLINIC_HOURS, days.subList(0, 6), 8 * 60, 18 * 60),
                schedule(DELIVERY_HOURS, days, 7 * 60, 21 * 60),
                schedule(LATE, days, 22 * 60, 6 * 60));
    }

    private static WeeklySchedule schedule(
            ScheduleId id, List<DayOfWeek> days, int from, int until) {
        return new WeeklySchedule(
                id, List.of(new WeeklySchedule.Period(List.copyOf(days), from, until)));
    }

    private List<AccessProfile> profiles() {
        Predicate<AccessPointPlan> clinic = point -> point.to().value().contains(CLINIC);
        return List.of(
                new AccessProfile(
                        RESIDENTS,
                        Stream.concat(
                                        policies(clinic.negate(), ALWAYS),
                                        policies(clinic, CLINIC_HOURS))
                                .toList()),
                new AccessProfile(STAFF, policies(any -> true, ALWAYS).toList()),
                new AccessProfile(
                        COURIERS,
                        policies(point -> isOutside(point.from()), DELIVERY_HOURS).toList()));
    }

    private Stream<AccessProfile.Policy> policies(
            Predicate<AccessPointPlan> where, ScheduleId schedule) {
        return site.accessPoints().stream()
                .filter(point -> !point.isRex())
                .filter(where)
                .map(point -> new AccessProfile.Policy(point.id(), schedule));
    }

    /// Late at night a card from the street is not enough where there are keys.
    private PlaceRules places() {
        List<AccessPointRule> pins =
                site.accessPoints().stream()
                        .filter(point -> isOutside(point.from()) && hasKeypad(point))
                        .map(point -> lateWithPin(point.id()))
                        .toList();
        return new PlaceRules(List.of(), pins, List.of(), List.of(), List.of());
    }

    private boolean hasKeypad(AccessPointPlan point) {
        return site.readers().stream()
                .anyMatch(reader -> reader.id().equals(point.reader()) && reader.keypad());
    }

    private static AccessPointRule lateWithPin(AccessPointId point) {
        return new AccessPointRule(
                point,
                List.of(new AccessPointRule.SecurityTime(LATE, SecurityLevel.CARD_AND_PIN)),
                null,
                AccessPointRule.SECOND_PERSON_SECONDS_USUAL,
                List.of(),
                AccessPointRule.ESCORT_SECONDS_USUAL,
                null);
    }

    private boolean isOutside(AreaId area) {
        return site.areas().stream()
                .filter(plan -> plan.id().equals(area))
                .anyMatch(AreaPlan::outside);
    }

    private static Holder holder(Person person) {
        Home home = person.home();
        return new Holder(
                person.id(),
                person.kind(),
                home == null ? null : home.household(),
                List.of(profile(person.habit())),
                false,
                person.slow());
    }

    private static AccessProfileId profile(Habit habit) {
        return switch (habit) {
            case WORKER, PUPIL, ELDER, EXPIRED_RENTER -> RESIDENTS;
            case VOLUNTEER, DOCTOR -> STAFF;
            case COURIER -> COURIERS;
        };
    }

    private Stream<Credential> credentials(Person person) {
        Instant until =
                person.habit() == Habit.EXPIRED_RENTER
                        ? today.minus(EXPIRED_SINCE).atStartOfDay(site.zone()).toInstant()
                        : null;
        PinHash pin = new PinHashes(PIN_KEY).of(person.pin());
        return Stream.concat(
                numbers(person.card())
                        .map(number -> card(number, person, CredentialStatus.ACTIVE, until, pin)),
                Stream.of(tag(person, until, pin)));
    }

    private static Credential tag(Person person, @Nullable Instant until, PinHash pin) {
        return new Credential(
                person.tag().uid().identifier(),
                person.id(),
                CredentialClass.SIGNED_TAG,
                CredentialStatus.ACTIVE,
                null,
                until,
                pin,
                null,
                new SecretKey(person.tag().fileKey().text()));
    }

    private Stream<Credential> lostCredentials() {
        return numbers(Population.LOST_CARD)
                .map(number -> card(number, people.getFirst(), CredentialStatus.LOST, null, null));
    }

    /// A card has one number for each format that the compound's readers speak.
    private Stream<CredentialIdentifier> numbers(Card card) {
        return site.readers().stream().map(ReaderPlan::format).distinct().map(card::identifier);
    }

    private static Credential card(
            CredentialIdentifier number,
            Person person,
            CredentialStatus status,
            @Nullable Instant until,
            @Nullable PinHash pin) {
        return new Credential(
                number,
                person.id(),
                CredentialClass.PLAIN_NUMBER,
                status,
                null,
                until,
                pin,
                null,
                null);
    }
}
