package org.menfang.sim.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessPointRule.SecurityTime;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.AreaRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.Credential;
import org.menfang.rules.DoorRule;
import org.menfang.rules.Holder;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.Interlock;
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
import org.menfang.rules.SpecialDays;
import org.menfang.rules.TravelTime;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SecurityLevel;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.SpecialDaysId;

/// A rule set of a district, with every kind of rule at every place: whoever shows a card is asked
/// for all of them, and has a right.
final class EveryRule {
    private static final int PEOPLE_A_HOUSEHOLD = 5;
    private static final int RENTERS_ONE_IN = 10;
    private static final int PINS_ONE_IN = 4;
    private static final int QUARANTINES = 10_000;
    private static final int REVOKED = 10_000;
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2099-01-01T00:00:00Z");
    private static final Resolution DECIDED =
            new Resolution("议事会", LocalDate.of(2026, 11, 1), "2026-11-01/3");
    private static final AccessProfileId HOME = new AccessProfileId("home");

    /// Holds but on the holidays of long ago.
    private static final ScheduleId USUALLY = new ScheduleId("usually");

    /// Holds on those holidays only.
    private static final ScheduleId RARELY = new ScheduleId("rarely");

    private final Site site;
    private final int cards;
    private final long version;

    private EveryRule(Site site, int cards, long version) {
        this.site = site;
        this.cards = cards;
        this.version = version;
    }

    static RuleSet of(Site site, int cards, long version) {
        return new EveryRule(site, cards, version).rules();
    }

    private RuleSet rules() {
        SpecialDaysId holidays = new SpecialDaysId("holidays");
        List<SpecialDays.Days> days = new ArrayList<>();
        for (int year = 2010; year < 2020; year++) {
            LocalDate first = LocalDate.of(year, 10, 1);
            days.add(new SpecialDays.Days(first, first.plusDays(6), null));
        }
        return new RuleSet(
                site.compound(),
                version,
                DECIDED,
                List.of(),
                List.of(new SpecialDays(holidays, days)),
                List.of(
                        schedule(USUALLY, List.of(DayOfWeek.values()), holidays, false),
                        schedule(RARELY, List.of(), holidays, true)),
                List.of(home()),
                holders(),
                credentials(),
                places(),
                new HouseholdRules(List.of(quota()), quarantines()),
                recognition(),
                levels(),
                passes());
    }

    private static WeeklySchedule schedule(
            ScheduleId id, List<DayOfWeek> days, SpecialDaysId holidays, boolean onHolidays) {
        return new WeeklySchedule(
                id,
                days.isEmpty()
                        ? List.of()
                        : List.of(
                                new WeeklySchedule.Period(days, 360, 1_320),
                                new WeeklySchedule.Period(days, 1_320, 360)),
                List.of(
                        new WeeklySchedule.SpecialPeriods(
                                holidays,
                                onHolidays
                                        ? List.of(new WeeklySchedule.Span(0, 1_440))
                                        : List.of())));
    }

    private List<AccessPointId> readers() {
        return site.accessPoints().stream()
                .filter(point -> !point.isRex())
                .map(AccessPointPlan::id)
                .toList();
    }

    private AccessProfile home() {
        return new AccessProfile(
                HOME,
                readers().stream().map(point -> new AccessProfile.Policy(point, USUALLY)).toList());
    }

    private List<Holder> holders() {
        List<Holder> holders = new ArrayList<>(cards);
        for (int i = 0; i < cards; i++) {
            holders.add(
                    new Holder(
                            holder(i),
                            i % RENTERS_ONE_IN == 0 ? HolderKind.RENTER : HolderKind.RESIDENT,
                            new HouseholdId("u-" + i / PEOPLE_A_HOUSEHOLD),
                            List.of(HOME),
                            false,
                            false));
        }
        return holders;
    }

    private List<Credential> credentials() {
        List<Credential> credentials = new ArrayList<>(cards);
        for (int i = 0; i < cards; i++) {
            boolean renter = i % RENTERS_ONE_IN == 0;
            credentials.add(
                    new Credential(
                            ManyCards.card(i),
                            holder(i),
                            CredentialClass.PLAIN_NUMBER,
                            CredentialStatus.ACTIVE,
                            renter ? LONG_AGO : null,
                            renter ? FAR_AHEAD : null,
                            i % PINS_ONE_IN == 0 ? new PinHash("%032X".formatted(i)) : null,
                            null,
                            null));
        }
        return credentials;
    }

    private PlaceRules places() {
        List<TravelTime> ways = new ArrayList<>();
        for (AccessPointId from : readers()) {
            for (AccessPointId to : readers()) {
                if (from.compareTo(to) < 0) {
                    ways.add(new TravelTime(from, to, 5));
                }
            }
        }
        return new PlaceRules(
                site.doors().stream().map(EveryRule::door).toList(),
                readers().stream().map(this::accessPoint).toList(),
                site.areas().stream().filter(area -> !area.outside()).map(this::area).toList(),
                List.of(new Interlock(site.doors().stream().map(DoorPlan::id).toList())),
                ways);
    }

    private static DoorRule door(DoorPlan door) {
        return new DoorRule(
                door.id(), List.of(new DoorRule.ModeTime(RARELY, DoorMode.UNLOCKED, List.of())));
    }

    private AccessPointRule accessPoint(AccessPointId point) {
        SecurityLevel rarely =
                reader(point).keypad() ? SecurityLevel.CARD_AND_PIN : SecurityLevel.ONE_FACTOR;
        return new AccessPointRule(
                point,
                List.of(
                        new SecurityTime(RARELY, rarely),
                        new SecurityTime(USUALLY, SecurityLevel.ONE_FACTOR)),
                RARELY,
                AccessPointRule.SECOND_PERSON_SECONDS_USUAL,
                List.of(HolderKind.VISITOR, HolderKind.COURIER),
                AccessPointRule.ESCORT_SECONDS_USUAL,
                5);
    }

    private ReaderPlan reader(AccessPointId point) {
        return site.readers().stream()
                .filter(reader -> site.accessPointOf(reader.id()).orElseThrow().id().equals(point))
                .findFirst()
                .orElseThrow();
    }

    private AreaRule area(AreaPlan area) {
        return new AreaRule(
                area.id(),
                Passback.HARD,
                240,
                600,
                cards * 2,
                List.of(new AreaRule.StayLimit(HolderKind.VISITOR, 120)));
    }

    private Quota quota() {
        return new Quota(
                new QuotaId("once-in-three-days"),
                readers(),
                Quota.USES_MAX,
                72,
                List.of(HolderKind.COURIER),
                List.of(),
                LONG_AGO,
                FAR_AHEAD,
                DECIDED);
    }

    /// Of households that have come out of it.
    private List<Quarantine> quarantines() {
        List<Quarantine> quarantines = new ArrayList<>();
        for (int i = 0; i < Math.min(QUARANTINES, cards / PEOPLE_A_HOUSEHOLD); i++) {
            quarantines.add(
                    new Quarantine(
                            null,
                            new HouseholdId("u-" + i),
                            LONG_AGO,
                            LONG_AGO.plusSeconds(1_209_600),
                            DECIDED));
        }
        return quarantines;
    }

    private RecognitionRules recognition() {
        List<ClassLimit> limits = new ArrayList<>();
        for (AccessPointId point : readers()) {
            limits.add(new ClassLimit(CredentialClass.PLAIN_NUMBER, point, USUALLY));
            limits.add(new ClassLimit(CredentialClass.SECTOR_NUMBER, point, RARELY));
        }
        return new RecognitionRules(limits, new SecretKey("0F".repeat(32)), null);
    }

    private LevelRules levels() {
        return new LevelRules(
                List.of(
                        new LevelRule(
                                SiteLevel.LOCKDOWN,
                                List.of(LevelRule.Origin.HUB),
                                60,
                                site.doors().stream()
                                        .map(door ->
                                                new LevelRule.DoorEffect(
                                                        door.id(), DoorMode.LOCKED_DOWN))
                                        .toList(),
                                List.of(HolderKind.VOLUNTEER))),
                10,
                60);
    }

    private static PassRules passes() {
        List<RevokedPass> revoked = new ArrayList<>(REVOKED);
        for (int i = 0; i < REVOKED; i++) {
            revoked.add(new RevokedPass(new PassId("%016X".formatted(i)), FAR_AHEAD));
        }
        return new PassRules(List.of(), revoked, new SecretKey("F0".repeat(32)), null);
    }

    private static HolderId holder(int number) {
        return new HolderId("h-" + number);
    }
}
