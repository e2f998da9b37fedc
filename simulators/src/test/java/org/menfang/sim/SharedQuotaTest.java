package org.menfang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Input;
import org.menfang.gate.reader.Wiegand;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.GateOutline;
import org.menfang.rules.Holder;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PassRules;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.Quota;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.Resolution;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.wire.EventBody;

/// Two gates of one compound count the same quota, through the real hub.
class SharedQuotaTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final GateId EAST = new GateId("east");
    private static final GateId WEST = new GateId("west");
    private static final AccessPointId CLINIC = new AccessPointId("clinic-in");
    private static final ReaderId READER = new ReaderId("clinic-reader");
    private static final DoorId DOOR = new DoorId("clinic-door");
    private static final CredentialIdentifier MOTHER =
            new CredentialIdentifier("wiegand-34:00000001");
    private static final CredentialIdentifier SON = new CredentialIdentifier("wiegand-34:00000002");

    private final LinkedGates gates =
            new LinkedGates(
                    MORNING,
                    List.of(site(EAST), site(WEST)),
                    site -> AccessTable.of(site, rules()));

    @Test
    void what_is_used_up_at_one_gate_is_used_up_at_the_other() {
        gates.run(Duration.ofSeconds(10));
        pass(EAST, MOTHER);
        pass(WEST, SON);
        assertEquals(1, gates.events(EAST, EventBody.AccessTaken.class).size());
        assertEquals(List.of(), gates.events(WEST, EventBody.AccessGranted.class));
        assertEquals(
                List.of(DenyReason.QUOTA_USED_UP),
                gates.events(WEST, EventBody.AccessDenied.class).stream()
                        .map(EventBody.AccessDenied::reason)
                        .toList());
    }

    @Test
    void a_use_that_nobody_took_is_given_back_to_both_gates() {
        gates.run(Duration.ofSeconds(10));
        show(EAST, MOTHER);
        gates.run(Duration.ofSeconds(30));
        assertEquals(1, gates.events(EAST, EventBody.AccessNotTaken.class).size());
        pass(WEST, SON);
        assertEquals(1, gates.events(WEST, EventBody.AccessTaken.class).size());
    }

    @Test
    void gates_that_cannot_talk_grant_one_each_and_the_last_one_names_the_conflict() {
        gates.run(Duration.ofSeconds(10));
        gates.cut(EAST);
        gates.cut(WEST);
        gates.run(Duration.ofSeconds(1));
        pass(EAST, MOTHER);
        pass(EAST, SON);
        pass(WEST, SON);
        assertEquals(1, gates.events(EAST, EventBody.AccessGranted.class).size());
        assertEquals(1, gates.events(WEST, EventBody.AccessGranted.class).size());
        gates.join(EAST);
        gates.join(WEST);
        gates.run(Duration.ofSeconds(60));
        assertEquals(List.of(), gates.events(EAST, EventBody.QuotaExceeded.class));
        EventBody.QuotaExceeded exceeded =
                gates.events(WEST, EventBody.QuotaExceeded.class).getFirst();
        assertEquals(List.of(EAST, WEST), exceeded.uses().stream().map(use -> use.gate()).toList());
        assertEquals(
                1,
                gates.events(WEST, EventBody.AlarmRaised.class).stream()
                        .filter(raised -> raised.kind() == AlarmKind.QUOTA_CONFLICT)
                        .count());
    }

    private void pass(GateId gate, CredentialIdentifier card) {
        show(gate, card);
        gates.tell(gate, new Input.MonitorChanged(DOOR, true));
        gates.run(Duration.ofSeconds(5));
        gates.tell(gate, new Input.MonitorChanged(DOOR, false));
        gates.run(Duration.ofSeconds(5));
    }

    private void show(GateId gate, CredentialIdentifier card) {
        gates.tell(gate, new Input.CardRead(READER, Wiegand.encode(card).orElseThrow()));
        gates.run(Duration.ofSeconds(1));
    }

    private static Site site(GateId gate) {
        Site clinic = Sites.clinic();
        return new Site(
                clinic.compound(),
                gate,
                clinic.name(),
                clinic.zone(),
                clinic.place(),
                clinic.areas(),
                clinic.doors(),
                clinic.readers(),
                clinic.accessPoints(),
                clinic.fire(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static RuleSet rules() {
        ScheduleId always = new ScheduleId("always");
        AccessProfileId patients = new AccessProfileId("patients");
        return new RuleSet(
                Sites.clinic().compound(),
                1,
                null,
                Stream.of(EAST, WEST).map(SharedQuotaTest::outline).toList(),
                List.of(),
                List.of(
                        new WeeklySchedule(
                                always,
                                List.of(
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.values()), 0, 1_440)))),
                List.of(
                        new AccessProfile(
                                patients, List.of(new AccessProfile.Policy(CLINIC, always)))),
                List.of(holder("mother", patients), holder("son", patients)),
                List.of(card(MOTHER, "mother"), card(SON, "son")),
                PlaceRules.NONE,
                new HouseholdRules(List.of(quota()), List.of()),
                RecognitionRules.NONE,
                LevelRules.NONE,
                PassRules.NONE);
    }

    private static Quota quota() {
        return new Quota(
                new QuotaId("clinic"),
                List.of(CLINIC),
                1,
                72,
                List.of(),
                List.of(),
                MORNING.minus(Duration.ofDays(1)),
                MORNING.plus(Duration.ofDays(10)),
                new Resolution("议事会", LocalDate.of(2026, 11, 20), "第 3 号"));
    }

    private static GateOutline outline(GateId gate) {
        Site site = site(gate);
        return new GateOutline(
                gate,
                site.areas().stream().map(AreaPlan::id).toList(),
                site.doors().stream().map(DoorPlan::id).toList(),
                site.accessPoints().stream().map(AccessPointPlan::id).toList());
    }

    private static Holder holder(String id, AccessProfileId profile) {
        return new Holder(
                new HolderId(id),
                HolderKind.RESIDENT,
                new HouseholdId("1-101"),
                List.of(profile),
                false,
                false);
    }

    private static Credential card(CredentialIdentifier identifier, String holder) {
        return Credential.card(
                identifier, new HolderId(holder), CredentialStatus.ACTIVE, null, null);
    }
}
