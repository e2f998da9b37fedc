package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.rules.AccessPointRule;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.Priority;
import org.menfang.vocabulary.TimeTrust;

/// What happens between a person and a reader that asks for more than a card.
class DialogueTest {
    private static GateScript gate(AccessPointRule... points) {
        return GateScript.runningAt(Samples.NOON, DialogueSamples.table(points))
                .showing(
                        ScriptEffects.Kind.OUTPUT,
                        ScriptEffects.Kind.EVENT,
                        ScriptEffects.Kind.READER);
    }

    private static GateScript quiet(AccessPointRule... points) {
        return gate(points).showing(ScriptEffects.Kind.EVENT);
    }

    @Test
    void a_card_and_its_pin_open() {
        gate(DialogueSamples.pinAtNorth())
                .run(
                        """
                        1s card north 01:0011 -> show ENTER_PIN
                        5s keys north 24      -> show KEY_TAKEN, show KEY_TAKEN
                        9s keys north 68#     -> show KEY_TAKEN, show KEY_TAKEN, show KEY_TAKEN, show READ, AccessGranted h-1, Unlock north, show GRANTED
                        """);
    }

    @Test
    void a_pin_that_does_not_come_is_missed_and_the_reader_goes_on() {
        gate(DialogueSamples.pinAtNorth())
                .run(
                        """
                        1s  card north 01:0011 -> show ENTER_PIN
                        30s tick
                        31s tick               -> show DENIED_WAIT, AccessDenied PIN_MISSING
                        32s keys north 2468#   -> show KEY_TAKEN, show KEY_TAKEN, show KEY_TAKEN, show KEY_TAKEN, show KEY_TAKEN, show DENIED_UNKNOWN, AccessDenied UNKNOWN_CREDENTIAL
                        33s card north 01:0011 -> show ENTER_PIN
                        """);
    }

    @Test
    void digits_can_be_taken_back_and_are_forgotten_when_nobody_goes_on() {
        quiet(DialogueSamples.pinAtNorth())
                .run(
                        """
                        1s  card north 01:0011
                        2s  keys north 99*2468# -> AccessGranted h-1
                        10s card north 01:0011  -> AccessNotTaken
                        11s keys north 99
                        26s keys north 2468#    -> AccessGranted h-1
                        """);
    }

    @Test
    void another_card_takes_the_place_of_one_that_waits() {
        gate(DialogueSamples.pinAtNorth())
                .run(
                        """
                        1s  card north 01:0011 -> show ENTER_PIN
                        2s  bits north 1       -> show DENIED_UNKNOWN, AccessDenied UNREADABLE_CREDENTIAL
                        3s  card north 01:0012 -> show DENIED_WAIT, AccessDenied PIN_MISSING, show ENTER_PIN
                        4s  card north 09:0009 -> show DENIED_UNKNOWN, AccessDenied UNKNOWN_CREDENTIAL
                        5s  keys north 1357#   -> show KEY_TAKEN, show KEY_TAKEN, show KEY_TAKEN, show KEY_TAKEN, show KEY_TAKEN, show READ, AccessGranted h-2, Unlock north, show GRANTED
                        """);
    }

    @Test
    void a_card_without_a_pin_does_not_suffice_where_one_is_asked_for() {
        quiet(DialogueSamples.pinAtNorth())
                .run(
                        """
                        1s card north 01:0001 -> AccessDenied CLASS_TOO_WEAK
                        2s keys north 73910#  -> AccessDenied CLASS_TOO_WEAK
                        """);
    }

    @Test
    void a_pin_alone_opens_where_one_factor_suffices() {
        quiet().run(
                        """
                        1s keys north 73910# -> AccessGranted h-2
                        3s keys north 73911# -> AccessDenied UNKNOWN_CREDENTIAL
                        """);
    }

    @Test
    void five_wrong_pins_lock_the_credential_and_nothing_else() {
        quiet(DialogueSamples.pinAtNorth())
                .run(
                        """
                        1s   card north 01:0011
                        2s   keys north 1111#   -> AccessDenied PIN_WRONG
                        11s  card north 01:0011
                        12s  keys north 1112#   -> AccessDenied PIN_WRONG
                        21s  card north 01:0011
                        22s  keys north 1113#   -> AccessDenied PIN_WRONG
                        31s  card north 01:0011
                        32s  keys north 1114#   -> AccessDenied PIN_WRONG
                        41s  card north 01:0011
                        42s  keys north 1115#   -> AccessDenied PIN_WRONG, CredentialLockedOut 60, AlarmRaised CREDENTIAL_LOCKED_OUT
                        50s  card north 01:0011 -> AccessDenied LOCKED_OUT
                        51s  card north 01:0012
                        52s  keys north 1357#   -> AlarmReturned, AccessGranted h-2
                        101s card north 01:0011 -> AccessNotTaken, AccessDenied LOCKED_OUT
                        102s card north 01:0011
                        103s keys north 2468#   -> AccessGranted h-1
                        """);
    }

    @Test
    void each_lock_out_is_twice_as_long_as_the_one_before_up_to_an_hour() {
        GateScript script = quiet(DialogueSamples.pinAtNorth());
        Duration at = Duration.ofSeconds(1);
        for (long seconds : List.of(60, 120, 240, 480, 960, 1_920, 3_600, 3_600)) {
            for (int wrong = 0; wrong < 4; wrong++) {
                at = at.plus(enterWrong(script, at, ""));
            }
            at =
                    at.plus(
                            enterWrong(
                                    script,
                                    at,
                                    ", CredentialLockedOut "
                                            + seconds
                                            + ", AlarmRaised CREDENTIAL_LOCKED_OUT"));
            at = at.plusSeconds(seconds + 20);
            script.showing(ScriptEffects.Kind.RESULT)
                    .run(at.toSeconds() + "s acknowledge CREDENTIAL_LOCKED_OUT -> result DONE")
                    .run(at.toSeconds() + "s reset CREDENTIAL_LOCKED_OUT -> result DONE");
        }
    }

    private static Duration enterWrong(GateScript script, Duration at, String more) {
        long seconds = at.toSeconds();
        script.showing(ScriptEffects.Kind.READER)
                .run(seconds + "s card north 01:0011 -> show ENTER_PIN");
        script.showing(ScriptEffects.Kind.EVENT)
                .run(seconds + 1 + "s keys north 0000# -> AccessDenied PIN_WRONG" + more);
        return Duration.ofSeconds(20);
    }

    @Test
    void a_right_pin_makes_wrong_ones_forgotten() {
        GateScript script = quiet(DialogueSamples.pinAtNorth());
        Duration at = Duration.ofSeconds(1);
        for (int round = 0; round < 3; round++) {
            for (int wrong = 0; wrong < 4; wrong++) {
                at = at.plus(enterWrong(script, at, ""));
            }
            script.showing(ScriptEffects.Kind.LEDGER)
                    .run(
                            at.toSeconds()
                                    + "s card north 01:0011\n"
                                    + (at.toSeconds() + 1)
                                    + "s keys north 2468# -> forget WrongTries");
            at = at.plusSeconds(30);
            script.showing(ScriptEffects.Kind.LIFE).run(at.toSeconds() + "s tick");
        }
    }

    @Test
    void a_lock_out_outlives_a_power_cut_and_ends_even_if_nobody_knows_the_time() {
        GateScript script = quiet(DialogueSamples.pinAtNorth());
        Duration at = Duration.ofSeconds(1);
        for (int wrong = 0; wrong < 4; wrong++) {
            at = at.plus(enterWrong(script, at, ""));
        }
        enterWrong(script, at, ", CredentialLockedOut 60, AlarmRaised CREDENTIAL_LOCKED_OUT");
        JournalStart next = script.afterPowerCut();
        restarted(next, Samples.NOON.plus(Duration.ofSeconds(100)), TimeTrust.TRUSTED)
                .run(
                        """
                        1s  card north 01:0011 -> show DENIED_BLOCKED
                        42s card north 01:0011 -> show ENTER_PIN
                        """);
        restarted(next, Instant.EPOCH, TimeTrust.UNTRUSTED)
                .run(
                        """
                        1s  card north 01:0011 -> show DENIED_BLOCKED
                        59s card north 01:0011 -> show DENIED_BLOCKED
                        60s card north 01:0011 -> show ENTER_PIN
                        """);
    }

    private static GateScript restarted(JournalStart next, Instant wall, TimeTrust trust) {
        GateController controller =
                Samples.controller(next, DialogueSamples.table(DialogueSamples.pinAtNorth()));
        return new GateScript(controller, next, wall, trust).showing(ScriptEffects.Kind.READER);
    }

    @Test
    void a_clock_that_is_set_ahead_ends_no_lock_out() {
        GateScript script = quiet(DialogueSamples.pinAtNorth());
        Duration at = Duration.ofSeconds(1);
        for (int wrong = 0; wrong < 4; wrong++) {
            at = at.plus(enterWrong(script, at, ""));
        }
        enterWrong(script, at, ", CredentialLockedOut 60, AlarmRaised CREDENTIAL_LOCKED_OUT");
        script.showing(ScriptEffects.Kind.READER)
                .run(
                        """
                        90s clock 2026-11-23T09:00:00Z trusted
                        91s card north 01:0011 -> show DENIED_BLOCKED
                        """);
    }

    @Test
    void a_forced_pin_opens_as_the_other_does_and_tells_only_the_hub() {
        String right = atTheGate("2468");
        String forced = atTheGate("8642");
        assertEquals(right, forced);
        assertTrue(forced.contains("GRANTED"));
    }

    /// All that somebody at the gate can see or hear, and when.
    private static String atTheGate(String pin) {
        GateScript script = gate(DialogueSamples.pinAtNorth());
        script.showing(ScriptEffects.Kind.LIFE)
                .run(
                        String.format(
                                """
                                1s card north 01:0011
                                2s keys north %s#
                                9s tick
                                """,
                                pin));
        return String.join(
                "\n",
                script.all().stream()
                        .filter(effect ->
                                effect instanceof Effect.ShowAtReader
                                        || effect instanceof Effect.Energise)
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void duress_is_critical_and_has_a_picture() {
        gate(DialogueSamples.pinAtNorth())
                .showing(ScriptEffects.Kind.EVENT, ScriptEffects.Kind.PICTURE)
                .run(
                        """
                        1s card north 01:0011
                        2s keys north 8642# -> AccessGranted h-1, picture, AlarmRaised DURESS, picture
                        """);
        assertEquals(Priority.CRITICAL, AlarmKind.DURESS.priority());
    }

    @Test
    void a_forced_pin_alone_opens_and_tells_the_hub() {
        quiet().run("1s keys north 01937# -> AccessGranted h-2, AlarmRaised DURESS");
    }

    @Test
    void whoever_tries_pin_after_pin_waits_longer_and_longer_and_known_cards_go_on() {
        gate().showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s  keys north 11111#  -> AccessDenied UNKNOWN_CREDENTIAL
                        2s  keys north 11112#  -> AccessDenied UNKNOWN_CREDENTIAL
                        3s  keys north 11113#  -> AccessDenied UNKNOWN_CREDENTIAL
                        4s  keys north 11114#  -> AccessDenied UNKNOWN_CREDENTIAL
                        5s  keys north 11115#  -> AccessDenied UNKNOWN_CREDENTIAL, AlarmRaised READER_GUESSED
                        6s  keys north 11116#
                        6s  keys north 73910#
                        6s  card north 01:0001 -> AccessGranted h-1
                        7s  tick               -> AccessDenied UNKNOWN_CREDENTIAL
                        8s  keys north 11118#
                        9s  tick
                        10s tick               -> AccessDenied UNKNOWN_CREDENTIAL
                        11s keys north 73910#  -> AccessNotTaken
                        14s tick
                        15s tick               -> AccessGranted h-2
                        """);
    }

    @Test
    void the_same_strange_card_again_is_no_guess() {
        GateScript script = quiet();
        for (int read = 0; read < 20; read++) {
            long seconds = 1 + read * Limits.DENIAL_REFILL.toSeconds();
            script.run(seconds + "s card north 09:0009 -> AccessDenied UNKNOWN_CREDENTIAL");
        }
    }

    @Test
    void guesses_are_forgiven_with_time() {
        GateScript script = quiet();
        for (int count = 0; count < 20; count++) {
            script.run(
                    String.format(
                            "%dm card north 09:%04X -> AccessDenied UNKNOWN_CREDENTIAL",
                            1 + count, count));
        }
    }

    @Test
    void a_pin_is_asked_for_no_longer_when_its_hours_are_over() {
        GateScript.runningAt(
                        Samples.NOON.plus(Duration.ofHours(6)).minus(Duration.ofSeconds(10)),
                        DialogueSamples.table(DialogueSamples.pinInWorkingHours()))
                .showing(ScriptEffects.Kind.EVENT, ScriptEffects.Kind.READER)
                .run(
                        """
                        1s  card north 01:0011 -> show ENTER_PIN
                        31s tick               -> show READ, AccessGranted h-1, show GRANTED
                        """);
    }
}
