package org.menfang.sim.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinHashes;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.sim.device.Card;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.ScheduleId;

/// What the committee of the simulated compound has decided: who may pass where and when.
public final class CommitteeRules {
    private static final AccessProfileId RESIDENTS = new AccessProfileId("residents");
    private static final AccessProfileId STAFF = new AccessProfileId("staff");
    private static final AccessProfileId COURIERS = new AccessProfileId("couriers");
    private static final AccessProfileId PATIENTS = new AccessProfileId("patients");
    private static final String CLINIC = "clinic";
    private static final Period EXPIRED_SINCE = Period.ofDays(3);
    private static final int PIN_PASS_HOURS = 12;
    private static final int PIN_PASS_USES = 2;

    private final Site site;
    private final List<Person> people;
    private final Terms terms;
    private final CommitteeKeys keys;
    private final PinHashes pins;

    private CommitteeRules(Site site, List<Person> people, Terms terms) {
        this.site = site;
        this.people = people;
        this.terms = terms;
        keys = CommitteeKeys.of(terms.seed());
        pins = new PinHashes(keys.pinKey());
    }

    /// For which days, and how fast they pass.
    ///
    /// @param version of the set
    /// @param today the renter's card has expired a few days before it, and the quota begins on it
    /// @param seed what the keys of the compound come from
    /// @param speed seconds of the day that pass in one second: what gates measure in their own
    ///   time gets shorter by it
    /// @param issuers whose passes are accepted beside those of the committee
    public record Terms(
            long version, LocalDate today, long seed, double speed, List<PassIssuer> issuers) {
        public Terms {
            issuers = List.copyOf(issuers);
        }

        /// A day of a day's length, without other issuers.
        public static Terms of(LocalDate today, long seed) {
            return new Terms(1, today, seed, 1, List.of());
        }

        /// The version that follows one, in which others issue passes as well.
        public Terms after(long before, List<PassIssuer> others) {
            return new Terms(before + 1, today, seed, speed, others);
        }

        /// Minutes that a gate measures.
        int minutes(int ofTheDay) {
            return Math.max(1, (int) Math.round(ofTheDay / speed));
        }

        /// Seconds that a gate measures.
        int seconds(int ofTheDay, int least) {
            return Math.max(least, (int) Math.round(ofTheDay / speed));
        }
    }

    /// The first set, for a day of a day's length.
    ///
    /// @param today the renter's card has expired a few days before it
    public static RuleSet of(Site site, List<Person> people, LocalDate today) {
        return of(site, people, Terms.of(today, 1));
    }

    public static RuleSet of(Site site, List<Person> people, Terms terms) {
        return of(site, people, terms, List.of());
    }

    /// @param people with the cards that they have now
    /// @param lost cards that open nothing any more
    public static RuleSet of(Site site, List<Person> people, Terms terms, List<LostCard> lost) {
        CommitteeRules rules = new CommitteeRules(site, people, terms);
        CommitteePlaces places = new CommitteePlaces(site, people, terms);
        return new RuleSet(
                site.compound(),
                terms.version(),
                places.decision(),
                List.of(),
                CommitteeTimes.specialDays(),
                CommitteeTimes.schedules(),
                rules.profiles(),
                people.stream().map(CommitteeRules::holder).toList(),
                Stream.of(
                                people.stream().flatMap(rules::credentials),
                                rules.lostCredentials(),
                                lost.stream().flatMap(rules::credentials))
                        .flatMap(each -> each)
                        .toList(),
                places.places(),
                places.households(),
                new RecognitionRules(
                        places.classLimits(), rules.keys.pinKey(), Population.PIN_DIGITS, tagKey()),
                places.levels(),
                rules.passes());
    }

    private static SecretKey tagKey() {
        return new SecretKey(IssuedTag.PICC_KEY.text());
    }

    /// Passes open wherever a reader has a window for codes.
    private PassRules passes() {
        List<AccessPointId> windows = points(ReaderPlan::codes);
        List<AccessPointId> keypads = points(ReaderPlan::keypad);
        PassIssuer committee =
                new PassIssuer(
                        CommitteePlaces.COMMITTEE,
                        HexFormat.of().withUpperCase().formatHex(keys.passKey().verifying().raw()),
                        windows,
                        false);
        return new PassRules(
                Stream.concat(Stream.of(committee), terms.issuers().stream()).toList(),
                List.of(),
                keys.rotationKey(),
                keypads.isEmpty()
                        ? null
                        : new PinPassRule(
                                keys.pinPassKey(), keypads, PIN_PASS_HOURS, PIN_PASS_USES));
    }

    private List<AccessPointId> points(Predicate<ReaderPlan> has) {
        return site.accessPoints().stream()
                .filter(point ->
                        site.readers().stream()
                                .anyMatch(reader ->
                                        reader.id().equals(point.reader()) && has.test(reader)))
                .map(AccessPointPlan::id)
                .toList();
    }

    private List<AccessProfile> profiles() {
        Predicate<AccessPointPlan> clinic = point -> point.to().value().contains(CLINIC);
        return List.of(
                new AccessProfile(
                        RESIDENTS,
                        Stream.concat(
                                        policies(clinic.negate(), CommitteeTimes.ALWAYS),
                                        policies(clinic, CommitteeTimes.CLINIC_HOURS))
                                .toList()),
                new AccessProfile(STAFF, policies(any -> true, CommitteeTimes.ALWAYS).toList()),
                new AccessProfile(
                        COURIERS,
                        policies(point -> isOutside(point.from()), CommitteeTimes.DELIVERY_HOURS)
                                .toList()),
                new AccessProfile(
                        PATIENTS,
                        policies(clinic, CommitteeTimes.CLINIC_HOURS).toList(),
                        clinicArea()));
    }

    private Stream<AccessProfile.Policy> policies(
            Predicate<AccessPointPlan> where, ScheduleId schedule) {
        return site.accessPoints().stream()
                .filter(point -> !point.isRex())
                .filter(where)
                .map(point -> new AccessProfile.Policy(point.id(), schedule));
    }

    private @Nullable AreaId clinicArea() {
        return site.areas().stream()
                .map(AreaPlan::id)
                .filter(area -> area.value().contains(CLINIC))
                .findFirst()
                .orElse(null);
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
            case PATIENT -> PATIENTS;
        };
    }

    private Stream<Credential> credentials(Person person) {
        Instant until =
                person.habit() == Habit.EXPIRED_RENTER
                        ? terms.today().minus(EXPIRED_SINCE).atStartOfDay(site.zone()).toInstant()
                        : null;
        return Stream.of(
                        credentials(person, person.card(), CredentialStatus.ACTIVE, until),
                        Stream.of(tag(person, until)),
                        person.habit() == Habit.COURIER
                                ? Stream.of(pinAlone(person))
                                : Stream.<Credential>empty())
                .flatMap(each -> each);
    }

    /// Couriers come without a card as well.
    private Credential pinAlone(Person person) {
        return new Credential(
                PinHashes.identifier(pins.of(person.pin())),
                person.id(),
                CredentialClass.PIN,
                CredentialStatus.ACTIVE,
                null,
                null,
                null,
                null,
                null);
    }

    private Credential tag(Person person, @Nullable Instant until) {
        return new Credential(
                person.tag().uid().identifier(),
                person.id(),
                CredentialClass.SIGNED_TAG,
                CredentialStatus.ACTIVE,
                null,
                until,
                pins.of(person.pin()),
                pins.of(person.duressPin()),
                new SecretKey(person.tag().fileKey().text()));
    }

    private Stream<Credential> credentials(LostCard lost) {
        return credentials(lost.holder(), lost.card(), CredentialStatus.LOST, null);
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
                        new Credential(
                                card.identifier(format),
                                person.id(),
                                CredentialClass.PLAIN_NUMBER,
                                status,
                                null,
                                until,
                                pins.of(person.pin()),
                                pins.of(person.duressPin()),
                                null));
    }
}
