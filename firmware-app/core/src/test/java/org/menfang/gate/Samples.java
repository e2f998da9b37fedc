package org.menfang.gate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.port.SunTimes;
import org.menfang.gate.reader.Wiegand;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AlarmInputPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.CameraPlan;
import org.menfang.site.CardFormat;
import org.menfang.site.DoorPlan;
import org.menfang.site.DoorTimings;
import org.menfang.site.FirePlan;
import org.menfang.site.GeographicPlace;
import org.menfang.site.LampPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.LockKind;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.ScheduleId;

/// A small compound for tests: a north gate with a strike, a south gate with a magnet, a lamp, a
/// camera at the north gate, and a few people.
public final class Samples {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// A Monday, noon in Shanghai.
    public static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    public static final DoorId NORTH = new DoorId("north");
    public static final DoorId SOUTH = new DoorId("south");

    /// Sunrise at 06:00 and sunset at 18:00, wherever and whenever.
    public static final SunTimes SUN =
            (day, _, zone) -> new SunTimes.SunDay(at(day, 6, zone), at(day, 18, zone), false);

    private Samples() {}

    private static Instant at(LocalDate day, int hour, ZoneId zone) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }

    public static DoorTimings timings() {
        return new DoorTimings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10));
    }

    public static DoorPlan strike() {
        return new DoorPlan(NORTH, "北门", LockKind.STRIKE, FailMode.FAIL_SECURE, timings());
    }

    public static DoorPlan maglock() {
        return new DoorPlan(SOUTH, "南门", LockKind.MAGLOCK, FailMode.FAIL_SAFE, timings());
    }

    public static Site site() {
        return site(ZONE);
    }

    /// The same in another time zone.
    public static Site site(ZoneId zone) {
        AreaId street = new AreaId("street");
        AreaId yard = new AreaId("yard");
        return new Site(
                new CompoundId("peace"),
                new GateId("gate-1"),
                "和平里",
                zone,
                new GeographicPlace(39.9, 116.4),
                List.of(new AreaPlan(street, "街", true), new AreaPlan(yard, "院", false)),
                List.of(strike(), maglock()),
                List.of(
                        reader("r-north", CardFormat.WIEGAND_26),
                        reader("r-south", CardFormat.WIEGAND_34)),
                List.of(
                        point("north-in", NORTH, street, yard, "r-north"),
                        point("north-out", NORTH, yard, street, null),
                        point("south-in", SOUTH, street, yard, "r-south"),
                        point("south-out", SOUTH, yard, street, null)),
                new FirePlan("消防"),
                List.of(
                        new LampPlan(
                                new LampId("lamp"),
                                "灯",
                                Duration.ofMinutes(10),
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(20),
                                true,
                                true)),
                List.of(
                        new CameraPlan(
                                new CameraId("eye"), "北门", "simulated:north", List.of(NORTH))),
                List.of(new AlarmInputPlan(new AlarmInputId("panic"), "报警", AlarmKind.PANIC)),
                null,
                List.of());
    }

    private static ReaderPlan reader(String id, CardFormat format) {
        return new ReaderPlan(new ReaderId(id), id, format, true, true);
    }

    private static AccessPointPlan point(
            String id, DoorId door, AreaId from, AreaId to, @Nullable String reader) {
        return new AccessPointPlan(
                new AccessPointId(id),
                door,
                from,
                to,
                reader == null ? null : new ReaderId(reader));
    }

    public static CredentialIdentifier card(String number) {
        return new CredentialIdentifier(
                number.length() == 7 ? "wiegand-26:" + number : "wiegand-34:" + number);
    }

    public static CardBits bits(String number) {
        return Wiegand.encode(card(number)).orElseThrow();
    }

    /// Cards of Wiegand-26: 01:0001 resident, 01:0002 slow resident, 01:0003 lost, 01:0004
    /// suspended, 01:0005 renter until two o'clock of the sample day, 01:0006 resident with no
    /// profile, 01:0007 volunteer on workdays until 18:00. Of Wiegand-34: 00000001, the same
    /// resident, and 00000003, lost.
    public static RuleSet rules() {
        ScheduleId always = new ScheduleId("always");
        ScheduleId workdays = new ScheduleId("workdays");
        AccessProfileId home = new AccessProfileId("home");
        AccessProfileId patrol = new AccessProfileId("patrol");
        List<Holder> holders = new ArrayList<>();
        holders.add(holder("h-1", HolderKind.RESIDENT, false, home));
        holders.add(holder("h-2", HolderKind.RESIDENT, true, home));
        holders.add(holder("h-5", HolderKind.RENTER, false, home));
        holders.add(holder("h-6", HolderKind.RESIDENT, false));
        holders.add(holder("h-7", HolderKind.VOLUNTEER, false, patrol));
        return RuleSet.ofRights(
                new CompoundId("peace"),
                3,
                List.of(
                        new WeeklySchedule(
                                always,
                                List.of(
                                        new WeeklySchedule.Period(
                                                Arrays.asList(DayOfWeek.values()), 0, 1440))),
                        new WeeklySchedule(
                                workdays,
                                List.of(
                                        new WeeklySchedule.Period(
                                                Arrays.asList(DayOfWeek.values()).subList(0, 5),
                                                8 * 60,
                                                18 * 60)))),
                List.of(
                        new AccessProfile(
                                home,
                                List.of(policy("north-in", always), policy("south-in", always))),
                        new AccessProfile(patrol, List.of(policy("north-in", workdays)))),
                holders,
                List.of(
                        credential("01:0001", "h-1", CredentialStatus.ACTIVE, null),
                        credential("00000001", "h-1", CredentialStatus.ACTIVE, null),
                        credential("01:0002", "h-2", CredentialStatus.ACTIVE, null),
                        credential("01:0003", "h-1", CredentialStatus.LOST, null),
                        credential("00000003", "h-1", CredentialStatus.LOST, null),
                        credential("01:0004", "h-1", CredentialStatus.SUSPENDED, null),
                        credential(
                                "01:0005",
                                "h-5",
                                CredentialStatus.ACTIVE,
                                NOON.plus(Duration.ofHours(2))),
                        credential("01:0006", "h-6", CredentialStatus.ACTIVE, null),
                        credential("01:0007", "h-7", CredentialStatus.ACTIVE, null)));
    }

    private static AccessProfile.Policy policy(String accessPoint, ScheduleId schedule) {
        return new AccessProfile.Policy(new AccessPointId(accessPoint), schedule);
    }

    private static Holder holder(
            String id, HolderKind kind, boolean extendedTimes, AccessProfileId... profiles) {
        return new Holder(
                new HolderId(id),
                kind,
                new HouseholdId("1-101"),
                List.of(profiles),
                false,
                extendedTimes);
    }

    private static Credential credential(
            String number, String holder, CredentialStatus status, @Nullable Instant until) {
        return Credential.card(card(number), new HolderId(holder), status, null, until);
    }

    public static AccessTable table() {
        return AccessTable.of(site(), rules());
    }

    public static GateController controller(JournalStart start) {
        return controller(start, table());
    }

    public static GateController controller(JournalStart start, AccessTable table) {
        return new GateController(site(), SUN, table, start, "1.0");
    }
}
