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
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.sim.device.Card;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.ScheduleId;

/// What the committee of the simulated compound has decided: who may pass where and when.
public final class CommitteeRules {
    private static final AccessProfileId RESIDENTS = new AccessProfileId("residents");
    private static final AccessProfileId STAFF = new AccessProfileId("staff");
    private static final AccessProfileId COURIERS = new AccessProfileId("couriers");
    private static final ScheduleId ALWAYS = new ScheduleId("always");
    private static final ScheduleId CLINIC_HOURS = new ScheduleId("clinic-hours");
    private static final ScheduleId DELIVERY_HOURS = new ScheduleId("delivery-hours");
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
        return RuleSet.ofRights(
                site.compound(),
                1,
                schedules(),
                rules.profiles(),
                people.stream().map(CommitteeRules::holder).toList(),
                Stream.concat(people.stream().flatMap(rules::credentials), rules.lostCredentials())
                        .toList());
    }

    private static List<WeeklySchedule> schedules() {
        List<DayOfWeek> days = Arrays.asList(DayOfWeek.values());
        return List.of(
                schedule(ALWAYS, days, 0, WeeklySchedule.MINUTES_A_DAY),
                schedule(CLINIC_HOURS, days.subList(0, 6), 8 * 60, 18 * 60),
                schedule(DELIVERY_HOURS, days, 7 * 60, 21 * 60));
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
        return credentials(person, person.card(), CredentialStatus.ACTIVE, until);
    }

    private Stream<Credential> lostCredentials() {
        return credentials(people.getFirst(), Population.LOST_CARD, CredentialStatus.LOST, null);
    }

    /// A card has one number for each format that the compound's readers speak.
    private Stream<Credential> credentials(
            Person person, Card card, CredentialStatus status, @Nullable Instant until) {
        return site.readers().stream()
                .map(ReaderPlan::format)
                .distinct()
                .map(format ->
                        Credential.card(card.identifier(format), person.id(), status, null, until));
    }
}
