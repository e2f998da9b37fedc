package org.menfang.gate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.AreaRule;
import org.menfang.rules.Credential;
import org.menfang.rules.GateOutline;
import org.menfang.rules.Holder;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.Interlock;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PassRules;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.Quota;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.Resolution;
import org.menfang.rules.RuleSet;
import org.menfang.rules.TravelTime;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.CardFormat;
import org.menfang.site.DoorPlan;
import org.menfang.site.FirePlan;
import org.menfang.site.GeographicPlace;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.LockKind;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.ScheduleId;

/// A compound with readers on both sides of its doors: a main door from the street to the yard, a
/// side door beside it, and a clinic in the yard. Each door has a REX as well.
///
/// Cards: 01:0001 and 01:0002, residents of 1-101; 01:0003, a volunteer of 1-101; 01:0004, a
/// resident of 1-102; 01:0005, a visitor.
public final class PlaceSamples {
    public static final CompoundId COMPOUND = new CompoundId("peace");
    public static final GateId GATE = new GateId("gate-1");
    public static final AreaId STREET = new AreaId("street");
    public static final AreaId YARD = new AreaId("yard");
    public static final AreaId CLINIC = new AreaId("clinic");
    public static final List<DoorId> DOORS =
            List.of(new DoorId("main"), new DoorId("side"), new DoorId("ward"));
    private static final ScheduleId ALWAYS = new ScheduleId("always");
    private static final AccessProfileId ALL = new AccessProfileId("all");
    private static final Resolution COUNCIL =
            new Resolution("议事会", LocalDate.of(2026, 11, 1), "2026-7");

    private PlaceSamples() {}

    public static Site site() {
        return new Site(
                COMPOUND,
                GATE,
                "和平里",
                Samples.ZONE,
                new GeographicPlace(39.9, 116.4),
                List.of(
                        new AreaPlan(STREET, "街", true),
                        new AreaPlan(YARD, "院", false),
                        new AreaPlan(CLINIC, "诊所", false)),
                DOORS.stream().map(PlaceSamples::door).toList(),
                List.of(
                        reader("main-in"),
                        reader("main-exit"),
                        reader("side-in"),
                        reader("side-exit"),
                        reader("ward-in"),
                        reader("ward-exit")),
                List.of(
                        point("main-in", "main", STREET, YARD),
                        point("main-exit", "main", YARD, STREET),
                        rex("main-out", "main", YARD, STREET),
                        point("side-in", "side", STREET, YARD),
                        point("side-exit", "side", YARD, STREET),
                        rex("side-out", "side", YARD, STREET),
                        point("ward-in", "ward", YARD, CLINIC),
                        point("ward-exit", "ward", CLINIC, YARD),
                        rex("ward-out", "ward", CLINIC, YARD)),
                new FirePlan("消防"),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    static DoorPlan door(DoorId id) {
        return new DoorPlan(
                id, id.value(), LockKind.STRIKE, FailMode.FAIL_SECURE, Samples.timings());
    }

    private static ReaderPlan reader(String id) {
        return new ReaderPlan(new ReaderId("r-" + id), id, CardFormat.WIEGAND_26, false, false);
    }

    private static AccessPointPlan point(String id, String door, AreaId from, AreaId to) {
        return new AccessPointPlan(
                new AccessPointId(id), new DoorId(door), from, to, new ReaderId("r-" + id));
    }

    private static AccessPointPlan rex(String id, String door, AreaId from, AreaId to) {
        return new AccessPointPlan(new AccessPointId(id), new DoorId(door), from, to, null);
    }

    /// What differs between the rule sets of the tests.
    public record Extra(
            List<AccessPointRule> accessPoints,
            List<AreaRule> areas,
            List<Interlock> interlocks,
            List<TravelTime> ways,
            List<Quota> quotas,
            int gates) {
        public static final Extra NONE =
                new Extra(List.of(), List.of(), List.of(), List.of(), List.of(), 1);

        public Extra with(AccessPointRule... rules) {
            return new Extra(List.of(rules), areas, interlocks, ways, quotas, gates);
        }

        public Extra with(AreaRule... rules) {
            return new Extra(accessPoints, List.of(rules), interlocks, ways, quotas, gates);
        }

        public Extra with(Interlock... rules) {
            return new Extra(accessPoints, areas, List.of(rules), ways, quotas, gates);
        }

        public Extra with(TravelTime... rules) {
            return new Extra(accessPoints, areas, interlocks, List.of(rules), quotas, gates);
        }

        public Extra with(int shared, Quota... rules) {
            return new Extra(accessPoints, areas, interlocks, ways, List.of(rules), shared);
        }

        public AccessTable table() {
            return AccessTable.of(site(), rules(this));
        }

        GateController controller(JournalStart start) {
            return new GateController(site(), Samples.SUN, table(), start, "1.0");
        }

        /// A gate that has been running for a while, at noon of a Monday.
        GateScript running() {
            return GateScript.running(
                    controller(JournalStart.FIRST), JournalStart.FIRST, Samples.NOON);
        }
    }

    public static AreaRule area(AreaId area, Passback passback) {
        return new AreaRule(area, passback, null, null, null, List.of());
    }

    public static AreaRule full(AreaId area, int most) {
        return new AreaRule(area, Passback.OFF, null, null, most, List.of());
    }

    public static AreaRule stays(AreaId area, HolderKind kind, int minutes) {
        return new AreaRule(
                area,
                Passback.OFF,
                null,
                null,
                null,
                List.of(new AreaRule.StayLimit(kind, minutes)));
    }

    public static AccessPointRule notAgain(String accessPoint, int seconds) {
        return new AccessPointRule(
                new AccessPointId(accessPoint), List.of(), null, 30, List.of(), 60, seconds);
    }

    public static AccessPointRule twoPersons(String accessPoint) {
        return new AccessPointRule(
                new AccessPointId(accessPoint), List.of(), ALWAYS, 30, List.of(), 60, null);
    }

    public static Interlock interlock(String... doors) {
        return new Interlock(Arrays.stream(doors).map(DoorId::new).toList());
    }

    public static TravelTime way(String from, String to, int seconds) {
        return new TravelTime(new AccessPointId(from), new AccessPointId(to), seconds);
    }

    /// So many out by the main or the side door, once every three days; volunteers are exempt.
    public static Quota out(int usesMax) {
        return new Quota(
                new QuotaId("out"),
                List.of(new AccessPointId("main-exit"), new AccessPointId("side-exit")),
                usesMax,
                72,
                List.of(HolderKind.VOLUNTEER),
                List.of(),
                Samples.NOON.minus(Duration.ofDays(1)),
                Samples.NOON.plus(Duration.ofDays(30)),
                COUNCIL);
    }

    static RuleSet rules(Extra extra) {
        return new RuleSet(
                COMPOUND,
                3,
                null,
                IntStream.rangeClosed(1, extra.gates()).mapToObj(PlaceSamples::outline).toList(),
                List.of(),
                List.of(
                        new WeeklySchedule(
                                ALWAYS,
                                List.of(
                                        new WeeklySchedule.Period(
                                                Arrays.asList(DayOfWeek.values()), 0, 1440)))),
                List.of(
                        new AccessProfile(
                                ALL,
                                site().accessPoints().stream()
                                        .filter(point -> !point.isRex())
                                        .map(point -> new AccessProfile.Policy(point.id(), ALWAYS))
                                        .toList())),
                List.of(
                        holder("a-1", HolderKind.RESIDENT, "1-101"),
                        holder("a-2", HolderKind.RESIDENT, "1-101"),
                        holder("a-3", HolderKind.VOLUNTEER, "1-101"),
                        holder("b-1", HolderKind.RESIDENT, "1-102"),
                        holder("c-1", HolderKind.VISITOR, null)),
                List.of(
                        card("01:0001", "a-1"),
                        card("01:0002", "a-2"),
                        card("01:0003", "a-3"),
                        card("01:0004", "b-1"),
                        card("01:0005", "c-1")),
                new PlaceRules(
                        List.of(),
                        extra.accessPoints(),
                        extra.areas(),
                        extra.interlocks(),
                        extra.ways()),
                new HouseholdRules(extra.quotas(), List.of()),
                RecognitionRules.NONE,
                LevelRules.NONE,
                PassRules.NONE);
    }

    /// Every gate of the compound counts who leaves by a main exit.
    private static GateOutline outline(int number) {
        return new GateOutline(
                new GateId("gate-" + number),
                List.of(STREET, YARD),
                DOORS,
                List.of(new AccessPointId("main-exit")));
    }

    private static Holder holder(String id, HolderKind kind, @Nullable String household) {
        return new Holder(
                new HolderId(id),
                kind,
                household == null ? null : new HouseholdId(household),
                List.of(ALL),
                false,
                false);
    }

    private static Credential card(String number, String holder) {
        return Credential.card(
                Samples.card(number),
                new HolderId(holder),
                CredentialStatus.ACTIVE,
                null,
                (Instant) null);
    }
}
