package org.menfang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessPointRule.SecurityTime;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.RuleSet;
import org.menfang.sim.device.SimulatedReader;
import org.menfang.sim.device.SimulatedTag;
import org.menfang.sim.people.CommitteeRules;
import org.menfang.sim.people.IssuedTag;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.PersonalTags;
import org.menfang.sim.people.Population;
import org.menfang.sim.time.Chance;
import org.menfang.site.Site;
import org.menfang.tag.TagKey;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SecurityLevel;
import org.menfang.wire.EventBody;

/// What people say to readers beyond a card: a PIN at the north gate, which asks for one, and tags
/// that sign their taps at the south gate. The devices are simulated, the gate is the real one.
@Timeout(60)
final class ReaderDialogueTest {
    private static final long SEED = 1;
    private static final Person RESIDENT = Population.of(SEED).getFirst();
    private static final DoorId NORTH_GATE = new DoorId("north-gate");
    private static final DoorId SOUTH_GATE = new DoorId("south-gate");

    /// Until the door has locked again and the same card is no repetition.
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final VirtualGate gate = new VirtualGate(ReaderDialogueTest::rules);

    @Test
    void a_pin_is_asked_for_after_the_card_and_opens() {
        presentCard();
        assertEquals(ReaderFeedback.ENTER_PIN, north().shown());
        assertTrue(gate.compound().door(NORTH_GATE).isSecured());
        type(RESIDENT.pin());
        assertFalse(gate.compound().door(NORTH_GATE).isSecured());
        assertEquals(1, granted());
    }

    @Test
    void a_keypad_that_sends_frames_is_understood_as_well() {
        presentCard();
        for (char digit : RESIDENT.pin().toCharArray()) {
            north().present(frame(digit - '0'));
            gate.run(Duration.ofMillis(200));
        }
        assertEquals(0, granted());
        north().present(frame(11));
        gate.run(Duration.ofMillis(200));
        assertEquals(1, granted());
    }

    @Test
    void a_wrong_pin_does_not_open() {
        presentCard();
        type("000000");
        assertTrue(gate.compound().door(NORTH_GATE).isSecured());
        assertEquals(List.of(DenyReason.PIN_WRONG), denials());
    }

    @Test
    void each_tap_of_a_tag_opens() {
        SimulatedTag tag = tagOf(RESIDENT);
        for (int tap = 1; tap <= 3; tap++) {
            show(tag.tap());
            assertFalse(gate.compound().door(SOUTH_GATE).isSecured());
            assertEquals(tap, granted());
            gate.run(A_WHILE);
        }
    }

    @Test
    void a_copy_of_a_tag_opens_nothing() {
        SimulatedTag tag = tagOf(RESIDENT);
        String before = tag.tap();
        show(tag.tap());
        gate.run(A_WHILE);
        show(tag.copy().orElseThrow());
        gate.run(A_WHILE);
        show(before);
        assertEquals(1, granted());
        assertEquals(List.of(DenyReason.TAG_REPLAYED, DenyReason.TAG_REPLAYED), denials());
        assertTrue(gate.compound().door(SOUTH_GATE).isSecured());
    }

    @Test
    void a_tap_that_another_phone_has_read_is_missing_and_does_no_harm() {
        SimulatedTag tag = tagOf(RESIDENT);
        show(tag.tap());
        gate.run(A_WHILE);
        tag.tap();
        tag.tap();
        show(tag.tap());
        assertEquals(2, granted());
    }

    @Test
    void a_changed_link_and_a_tag_of_another_compound_open_nothing() {
        IssuedTag issued = RESIDENT.tag();
        TagKey theirs = new TagKey(new byte[TagKey.BYTES]);
        SimulatedTag foreign =
                new SimulatedTag(
                        issued.uid(), issued.fileKey(), theirs, 7, Chance.of(SEED, "foreign"));
        String link = tagOf(RESIDENT).tap();
        show(link.substring(0, link.length() - 4) + "0000");
        gate.run(A_WHILE);
        show(foreign.tap());
        assertEquals(0, granted());
        assertEquals(List.of(DenyReason.TAG_FORGED, DenyReason.UNREADABLE_CREDENTIAL), denials());
    }

    /// The committee's, but with a PIN at any time.
    private static AccessTable rules(Site site) {
        RuleSet usual = CommitteeRules.of(site, List.of(RESIDENT), Simulation.START.toLocalDate());
        ScheduleId always = usual.schedules().getFirst().id();
        AccessPointRule pinAtNorth =
                new AccessPointRule(
                        new AccessPointId("north-in"),
                        List.of(new SecurityTime(always, SecurityLevel.CARD_AND_PIN)),
                        null,
                        AccessPointRule.SECOND_PERSON_SECONDS_USUAL,
                        List.of(),
                        AccessPointRule.ESCORT_SECONDS_USUAL,
                        null);
        return AccessTable.of(
                site,
                new RuleSet(
                        usual.compound(),
                        usual.version(),
                        usual.decided(),
                        usual.gates(),
                        usual.specialDays(),
                        usual.schedules(),
                        usual.profiles(),
                        usual.holders(),
                        usual.credentials(),
                        new PlaceRules(
                                List.of(), List.of(pinAtNorth), List.of(), List.of(), List.of()),
                        usual.households(),
                        usual.recognition(),
                        usual.levels(),
                        usual.passes()));
    }

    private static SimulatedTag tagOf(Person person) {
        return new PersonalTags(SEED, List.of(person), Map.of(), _ -> {})
                .of(person.id())
                .orElseThrow();
    }

    private SimulatedReader north() {
        return gate.compound().reader(new ReaderId("north-reader"));
    }

    private void presentCard() {
        gate.run(A_WHILE);
        north().present(RESIDENT.card().bits(north().plan().format()));
        gate.run(Duration.ofMillis(500));
    }

    private void type(String pin) {
        List<Key> digits = pin.chars().mapToObj(digit -> Key.ofDigit((char) digit)).toList();
        north().press(Stream.concat(digits.stream(), Stream.of(Key.ENTER)).toList());
        gate.run(Duration.ofSeconds(2));
    }

    private void show(String link) {
        gate.run(Duration.ofSeconds(1));
        gate.compound().reader(new ReaderId("south-reader")).present(link);
        gate.run(Duration.ofSeconds(1));
    }

    private static CardBits frame(int key) {
        return new CardBits(Integer.toBinaryString(0x10 | key).substring(1));
    }

    private long granted() {
        return gate.events().stream().filter(EventBody.AccessGranted.class::isInstance).count();
    }

    private List<DenyReason> denials() {
        return gate.events().stream()
                .filter(EventBody.AccessDenied.class::isInstance)
                .map(denial -> ((EventBody.AccessDenied) denial).reason())
                .toList();
    }
}
