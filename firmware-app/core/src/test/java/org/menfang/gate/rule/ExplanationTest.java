package org.menfang.gate.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.rules.AccessPointRule.SecurityTime;
import org.menfang.rules.LevelRule;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.RuleName;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SecurityLevel;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.json.EventJson;

final class ExplanationTest {
    private static final int ROUNDS = 4_000;

    private final AccessTable table = estate().table();

    @Test
    void a_denial_is_explained_rule_by_rule_with_what_each_looked_at() {
        Explanation explanation = explain("card=01:0005 now=2026-11-23T21:30 door=BLOCKED");
        assertTrue(explanation.agrees());
        assertTrue(explanation.isSameVersion());
        assertEquals(Optional.of(RuleName.SCHEDULE), explanation.decidedBy());
        assertEquals(DenyReason.NOT_PERMITTED_NOW, explanation.recorded());
        assertEquals(
                List.of(
                        new Fact(Fact.Name.CREDENTIAL, "wiegand-26:01:0005"),
                        new Fact(Fact.Name.HOLDER, "h-5"),
                        new Fact(Fact.Name.HOLDER_KIND, "RESIDENT"),
                        new Fact(Fact.Name.HOUSEHOLD, "1-101")),
                answer(explanation, RuleName.KNOWN).facts());
        assertEquals(
                new Explanation.RuleAnswer(
                        RuleName.SCHEDULE,
                        new Finding.Denies(DenyReason.NOT_PERMITTED_NOW),
                        List.of(
                                new Fact(Fact.Name.SCHEDULES, "1"),
                                new Fact(Fact.Name.WALL_CLOCK, "2026-11-23T21:30:00Z"),
                                new Fact(Fact.Name.CLOCK_TRUSTED, "true"),
                                new Fact(Fact.Name.LOCAL_TIME, "2026-11-23T21:30"),
                                new Fact(Fact.Name.PASSED_FOR_CERTAIN, "2026-11-23T21:30:00Z"))),
                answer(explanation, RuleName.SCHEDULE));
        assertEquals(
                new Finding.Denies(DenyReason.DOOR_BLOCKED),
                answer(explanation, RuleName.DOOR_MODE).finding());
        assertEquals(Finding.NOT_CONCERNED, answer(explanation, RuleName.DURABLE).finding());
    }

    @Test
    void a_pin_that_nobody_entered_and_a_grant_that_nobody_kept_are_denials_that_agree() {
        Inquiry night = Asking.inquiry("card=02:0001 at=stairs-in now=2026-11-23T23:00");
        Explanation missing = explain(night, DenyReason.PIN_MISSING, Duration.ofSeconds(20));
        assertTrue(missing.agrees());
        assertEquals(Optional.of(RuleName.SECURITY_LEVEL), missing.decidedBy());
        assertFalse(explain(night, DenyReason.PIN_WRONG, Duration.ZERO).agrees());

        Inquiry noon = Asking.inquiry("card=01:0001");
        Explanation lost = explain(noon, DenyReason.STORAGE_FAILED, Duration.ofSeconds(2));
        assertTrue(lost.agrees());
        assertEquals(Optional.of(RuleName.DURABLE), lost.decidedBy());
        assertEquals(
                new Finding.Denies(DenyReason.STORAGE_FAILED),
                answer(lost, RuleName.DURABLE).finding());
        assertEquals(Optional.empty(), explain(noon, null, Duration.ZERO).decidedBy());
    }

    @Test
    void with_other_rules_an_explanation_says_so() {
        Event granted = event(Asking.inquiry("card=01:0001"), null, Duration.ZERO);
        AccessTable stricter =
                estate().limit(CredentialClass.PLAIN_NUMBER, "gate-in", null).table();
        Explanation explanation = Explanation.of(stricter, granted).orElseThrow();
        assertFalse(explanation.agrees());
        assertEquals(Optional.of(RuleName.CREDENTIAL_CLASS), explanation.decidedBy());
    }

    @Test
    void what_is_no_decision_of_the_rules_here_has_no_explanation() {
        Event elsewhere = event(inquiryAt("old-gate"), null, Duration.ZERO);
        assertEquals(Optional.empty(), Explanation.of(table, elsewhere));
        EventBody opened = new EventBody.DoorOpened(new DoorId("north"));
        Event door =
                new Event(
                        elsewhere.compound(),
                        elsewhere.gate(),
                        elsewhere.position(),
                        1,
                        elsewhere.time(),
                        elsewhere.trust(),
                        opened);
        assertEquals(Optional.empty(), Explanation.of(table, door));
    }

    /// Decided, written, read again, decided again: always the same answer, whatever was asked.
    @Test
    void a_recorded_decision_is_decided_again_from_its_json() {
        Random random = new Random(20_261_123);
        Set<DenyReason> seen = EnumSet.noneOf(DenyReason.class);
        for (int round = 0; round < ROUNDS; round++) {
            Inquiry inquiry = Asking.inquiry(RandomWords.next(random));
            Decision decision = Judge.decide(table, inquiry);
            Event event =
                    event(inquiry, reasonOf(decision), Duration.ofMillis(random.nextInt(60_000)));
            String json = EventJson.write(event, Sha256.ZERO);
            Event read = EventJson.read(json.getBytes(UTF_8)).orThrow().getFirst().event();
            Explanation explanation = Explanation.of(table, read).orElseThrow();
            assertEquals(inquiry, explanation.inquiry());
            assertEquals(decision, explanation.again());
            assertTrue(explanation.agrees());
            checkFindings(decision, explanation);
            if (decision instanceof Decision.Denied denied) {
                seen.add(denied.reason());
            }
        }
        assertTrue(seen.size() > 25, seen.toString());
    }

    /// What decided is the first rule that denies.
    private static void checkFindings(Decision decision, Explanation explanation) {
        Optional<Explanation.RuleAnswer> first =
                explanation.rules().stream()
                        .filter(answer -> answer.finding() instanceof Finding.Denies)
                        .findFirst();
        switch (decision) {
            case Decision.Denied denied -> {
                assertEquals(denied.by(), first.orElseThrow().rule());
                assertEquals(new Finding.Denies(denied.reason()), first.orElseThrow().finding());
            }
            case Decision.Granted _ -> assertTrue(first.isEmpty());
            case Decision.Wanted wanted ->
                    assertEquals(
                            new Finding.Wants(wanted.step()),
                            answer(explanation, wanted.by()).finding());
        }
    }

    @Test
    void rules_are_asked_in_the_order_of_their_names() {
        List<RuleName> asked = Judge.RULES.stream().map(Rule::name).toList();
        assertEquals(asked.stream().sorted().distinct().toList(), asked);
    }

    static Estate estate() {
        return new Estate()
                .holder("h-1", HolderKind.RESIDENT, "home")
                .holder("h-2", HolderKind.RENTER, "home")
                .holder("h-3", HolderKind.COURIER, "daily")
                .holder("h-4", HolderKind.RESIDENT, "none")
                .holder("h-5", HolderKind.RESIDENT, "daily")
                .holder("h-6", HolderKind.VOLUNTEER, "daily")
                .card("01:0001")
                .card("01:0002")
                .card("01:0003")
                .card("01:0004")
                .card("01:0005")
                .card("01:0006")
                .card("03:0001", CredentialStatus.LOST, null, null)
                .card("04:0001", CredentialStatus.SUSPENDED, null, null)
                .credential("02:0001", CredentialClass.PLAIN_NUMBER, true)
                .credential("05:0001", CredentialClass.SIGNED_TAG, true)
                .credential("06:0001", CredentialClass.PIN, false)
                .quarantine("h-5", null, "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z")
                .limit(CredentialClass.PIN, "gate-in", "day")
                .limit(CredentialClass.PAPER_PASS, "stairs-in", null)
                .security(
                        "stairs-in",
                        new SecurityTime(new ScheduleId("day"), SecurityLevel.ONE_FACTOR),
                        new SecurityTime(new ScheduleId("always"), SecurityLevel.CARD_AND_PIN))
                .level(
                        new LevelRule(
                                SiteLevel.LOCKDOWN,
                                List.of(LevelRule.Origin.HUB),
                                60,
                                List.of(),
                                List.of(HolderKind.VOLUNTEER)))
                .company("gate-out", "day", HolderKind.RENTER)
                .notAgain("stairs-out", 120)
                .area("yard", Passback.HARD, 5)
                .quota(2)
                .revoked(Asking.passId("B2"));
    }

    private static Inquiry inquiryAt(String accessPoint) {
        return Asking.inquiry("card=01:0001 at=" + accessPoint);
    }

    private Explanation explain(String words) {
        Inquiry inquiry = Asking.inquiry(words);
        return explain(inquiry, reasonOf(Judge.decide(table, inquiry)), Duration.ZERO);
    }

    private Explanation explain(Inquiry inquiry, @Nullable DenyReason reason, Duration later) {
        return Explanation.of(table, event(inquiry, reason, later)).orElseThrow();
    }

    private static Explanation.RuleAnswer answer(Explanation explanation, RuleName rule) {
        return explanation.rules().stream()
                .filter(answer -> answer.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable DenyReason reasonOf(Decision decision) {
        return switch (decision) {
            case Decision.Granted _ -> null;
            case Decision.Denied denied -> denied.reason();
            case Decision.Wanted wanted -> Explanation.missing(wanted.step());
        };
    }

    /// What a gate writes so much later.
    private static Event event(Inquiry inquiry, @Nullable DenyReason reason, Duration later) {
        DoorId door = new DoorId("north");
        EventBody body =
                reason == null
                        ? new EventBody.AccessGranted(
                                inquiry.accessPoint(),
                                door,
                                inquiry.assisted(),
                                inquiry.credential(),
                                inquiry.grounds(),
                                null)
                        : new EventBody.AccessDenied(
                                inquiry.accessPoint(),
                                door,
                                reason,
                                inquiry.credential(),
                                inquiry.assisted(),
                                inquiry.grounds(),
                                null);
        return new Event(
                new CompoundId("peace"),
                new GateId("gate-1"),
                new EventPosition(EventStream.EVENTS, 7),
                1,
                inquiry.wall().plus(later),
                inquiry.trusted() ? TimeTrust.TRUSTED : TimeTrust.UNTRUSTED,
                body);
    }
}
