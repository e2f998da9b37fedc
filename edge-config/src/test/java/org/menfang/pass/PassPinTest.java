package org.menfang.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.menfang.pass.SamplePasses.ELM_LANE;
import static org.menfang.pass.SamplePasses.FROM;
import static org.menfang.pass.SamplePasses.NORTH_IN;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;

class PassPinTest {
    private static final SecretKey KEY = new SecretKey("24".repeat(32));
    private static final PinPassRule RULE = new PinPassRule(KEY, List.of(NORTH_IN), 4, 2);
    private static final PassPin PINS = new PassPin(ELM_LANE, RULE);
    private static final Instant HOUR = FROM;

    @Test
    void digits_stand_for_the_pass_that_they_were_made_for() {
        for (int serial : new int[] {0, 7, 999}) {
            Pass pass = PINS.pass(HOUR, serial, PassClass.ROTATING);
            Pass shown = PINS.pass(HOUR, serial, PassClass.PAPER);
            assertEquals(new PassPin.Reading.Read(shown), PINS.read(digits(pass), HOUR));
        }
    }

    /// HMAC-SHA-256 as another program reckons it.
    @Test
    void other_programs_find_the_same_digits() {
        Pass pass = PINS.pass(HOUR, 7, PassClass.PAPER);
        assertEquals("7040070174", digits(pass));
        assertEquals(new PassId("56F6C5909216557A"), pass.id());
    }

    @Test
    void each_pass_of_an_hour_has_its_own_number() {
        Set<PassId> ids = new HashSet<>();
        for (int serial = 0; serial < PassPin.SERIALS; serial++) {
            ids.add(PINS.pass(HOUR, serial, PassClass.PAPER).id());
            ids.add(PINS.pass(HOUR.plus(Duration.ofHours(1)), serial, PassClass.PAPER).id());
        }
        assertEquals(2 * PassPin.SERIALS, ids.size());
    }

    /// Digits for a pass from 08:00, entered so many hours later. Whether it is valid then is
    /// another question; what three digits cannot tell from another hour is no pass.
    @Test
    void digits_are_known_for_three_weeks_and_never_come_to_life_again() {
        check(
                """
                -500  read
                -1    read
                0     read
                3     read
                4     read
                499   read
                500   PIN_WRONG
                1000  PIN_WRONG
                1003  PIN_WRONG
                -501  PIN_WRONG
                -1000 PIN_WRONG
                9000  PIN_WRONG
                """);
    }

    @Test
    void what_is_not_ten_digits_is_none() {
        for (String typed :
                new String[] {"", "1", "123456789", "12345678901", "12345678 0", "１２３４５６７８９０"}) {
            assertEquals(new PassPin.Reading.Refused(PassFault.PIN_FORM), PINS.read(typed, HOUR));
        }
    }

    @Test
    void of_a_thousand_guesses_at_most_one_is_a_pass() {
        Random chance = new Random(1);
        int right = 0;
        int tries = 100_000;
        for (int i = 0; i < tries; i++) {
            // Whoever guesses knows which hours are alive.
            String guess =
                    String.format(Locale.ROOT, "%03d", HOUR.getEpochSecond() / 3600 % 1000)
                            + String.format(Locale.ROOT, "%07d", chance.nextInt(10_000_000));
            right += PINS.read(guess, HOUR) instanceof PassPin.Reading.Read ? 1 : 0;
        }
        assertEquals(true, right <= tries / 1_000, () -> "right guesses of " + tries);
    }

    @Test
    void another_key_and_another_compound_have_other_digits() {
        String digits = digits(PINS.pass(HOUR, 7, PassClass.PAPER));
        PinPassRule other =
                new PinPassRule(new SecretKey("25".repeat(32)), List.of(NORTH_IN), 4, 2);
        PassPin.Reading wrong = new PassPin.Reading.Refused(PassFault.PIN_WRONG);
        assertEquals(wrong, new PassPin(ELM_LANE, other).read(digits, HOUR));
        assertEquals(wrong, new PassPin(new CompoundId("oak-court"), RULE).read(digits, HOUR));
    }

    @Test
    void a_clock_that_is_wrong_by_centuries_makes_no_pass() {
        for (String now :
                new String[] {
                    "1970-01-01T00:00:00Z",
                    "1969-01-01T00:00:00Z",
                    "2106-02-07T06:28:15Z",
                    "9999-01-01T00:00:00Z"
                }) {
            Random chance = new Random(2);
            for (int i = 0; i < 20_000; i++) {
                String digits =
                        String.format(Locale.ROOT, "%010d", chance.nextLong(10_000_000_000L));
                switch (PINS.read(digits, Instant.parse(now))) {
                    case PassPin.Reading.Read(Pass pass) -> assertEquals(digits, digits(pass), now);
                    case PassPin.Reading.Refused(PassFault fault) ->
                            assertEquals(PassFault.PIN_WRONG, fault);
                }
            }
        }
    }

    @Test
    void a_pass_that_says_something_else_than_the_rule_has_no_digits() {
        Pass it = PINS.pass(HOUR, 7, PassClass.PAPER);
        Instant half = HOUR.plusSeconds(1_800);
        Instant until = it.expires();
        PassScope two = PassScope.of(List.of(NORTH_IN, new AccessPointId("south-in")));
        PassScope yard = new PassScope(List.of(NORTH_IN), List.of(new AreaId("yard")), List.of());
        HolderKind visitor = HolderKind.VISITOR;
        assertNone("OTHER_PLACES", changed(it.id(), two, visitor, HOUR, until, 2));
        assertNone("OTHER_PLACES", changed(it.id(), yard, visitor, HOUR, until, 2));
        assertNone(
                "OTHER_HOLDER", changed(it.id(), it.scope(), HolderKind.COURIER, HOUR, until, 2));
        assertNone("OTHER_BEGINNING", changed(it.id(), it.scope(), visitor, half, until, 2));
        assertNone("OTHER_HOURS", changed(it.id(), it.scope(), visitor, HOUR, half, 2));
        assertNone("OTHER_USES", changed(it.id(), it.scope(), visitor, HOUR, until, 1));
        assertNone("OTHER_USES", changed(it.id(), it.scope(), visitor, HOUR, until, null));
        assertNone("OTHER_ID", changed(SamplePasses.ID, it.scope(), visitor, HOUR, until, 2));
        assertEquals("7040070174", digits(changed(it.id(), it.scope(), visitor, HOUR, until, 2)));
    }

    @Test
    void a_pass_with_digits_begins_with_an_hour() {
        assertEquals(HOUR, PassPin.wholeHour(HOUR));
        assertEquals(HOUR, PassPin.wholeHour(HOUR.minusSeconds(3_599)));
        assertEquals(HOUR.plusSeconds(3_600), PassPin.wholeHour(HOUR.plusNanos(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> PINS.pass(HOUR.plusSeconds(1), 0, PassClass.PAPER));
        assertThrows(IllegalArgumentException.class, () -> PINS.pass(HOUR, 1_000, PassClass.PAPER));
    }

    private static Pass changed(
            PassId id,
            PassScope scope,
            HolderKind holder,
            Instant from,
            Instant until,
            @Nullable Integer uses) {
        return new Pass(id, ELM_LANE, scope, holder, from, until, uses, PassClass.PAPER);
    }

    private static void assertNone(String why, Pass pass) {
        assertEquals(new PassPin.Form.None(PassPin.Why.valueOf(why)), PINS.form(pass));
    }

    private static String digits(Pass pass) {
        return switch (PINS.form(pass)) {
            case PassPin.Form.Digits(String digits) -> digits;
            case PassPin.Form.None(PassPin.Why why) -> why.name();
        };
    }

    private static void check(String table) {
        String digits = digits(PINS.pass(HOUR, 7, PassClass.PAPER));
        for (String line : table.lines().toList()) {
            String[] row = line.split(" +", 0);
            Instant now = HOUR.plus(Duration.ofHours(Long.parseLong(row[0])));
            String told =
                    switch (PINS.read(digits, now)) {
                        case PassPin.Reading.Read(Pass pass) ->
                                pass.notBefore().equals(HOUR) ? "read" : "another hour";
                        case PassPin.Reading.Refused(PassFault fault) -> fault.name();
                    };
            assertEquals(row[1], told, line);
        }
    }
}
