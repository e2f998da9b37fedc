package org.menfang.gate.wiegand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.menfang.gate.ReaderFeedback;

/// Each line of a script is a time in milliseconds, perhaps what is to be shown, and what is on:
/// `G` green, `R` red, `B` the buzzer, `-` nothing.
class ShowPlayerTest {
    private static final long MILLI = 1_000_000;

    @Test
    void a_card_that_was_read_is_seen_and_heard_at_once() {
        check(
                """
                0    READ -> GRB
                99        -> GRB
                100       -> -
                """);
    }

    @Test
    void a_grant_is_green_with_one_long_sound() {
        check(
                """
                0    READ    -> GRB
                20   GRANTED -> GB
                519          -> GB
                520          -> G
                3019         -> G
                3020         -> -
                """);
    }

    @Test
    void who_is_not_known_sees_three_fast_blinks() {
        check(
                """
                0    DENIED_UNKNOWN -> RB
                150                 -> -
                300                 -> RB
                450                 -> -
                600                 -> RB
                750                 -> -
                900                 -> -
                """);
    }

    @Test
    void who_comes_at_the_wrong_time_sees_two_slow_ones() {
        check(
                """
                0    DENIED_NOT_NOW -> RB
                500                 -> -
                1000                -> RB
                1500                -> -
                2000                -> -
                """);
    }

    @Test
    void a_blocked_card_hears_one_very_long_sound() {
        check(
                """
                0    DENIED_BLOCKED -> RB
                1499                -> RB
                1500                -> R
                3000                -> -
                """);
    }

    @Test
    void who_is_to_wait_sees_both_colours_in_turn() {
        check(
                """
                0    DENIED_WAIT -> RB
                100              -> R
                250              -> RB
                500              -> G
                1000             -> R
                2999             -> G
                3000             -> -
                """);
    }

    @Test
    void a_key_is_heard_while_the_question_goes_on() {
        check(
                """
                0     ENTER_PIN -> GRB
                300             -> GRB
                400             -> GR
                700   KEY_TAKEN -> B
                740             -> -
                1000            -> GR
                29000           -> GR
                30000           -> -
                """);
    }

    @Test
    void an_open_door_is_warned_of_until_it_is_closed_and_others_pass_meanwhile() {
        check(
                """
                0     CLOSE_THE_DOOR -> RB
                500                  -> -
                1000                 -> RB
                1200  READ           -> GRB
                1250  GRANTED        -> GB
                1800                 -> G
                4250                 -> RB
                4500                 -> -
                900000               -> RB
                900100 IDLE          -> -
                901000               -> -
                """);
    }

    @Test
    void nothing_looks_or_sounds_like_anything_else() {
        Map<ReaderFeedback, String> shown = new EnumMap<>(ReaderFeedback.class);
        for (ReaderFeedback feedback : ReaderFeedback.values()) {
            ShowPlayer player = new ShowPlayer();
            player.play(feedback, 0);
            StringBuilder seen = new StringBuilder();
            StringBuilder heard = new StringBuilder();
            for (long milli = 0; milli < 5_000; milli += 10) {
                Signal signal = player.at(milli * MILLI);
                seen.append(signal.green()).append(signal.red());
                heard.append(signal.sounds());
            }
            shown.forEach((other, what) -> assertNotEquals(what, seen + " " + heard, other + ""));
            shown.put(feedback, seen + " " + heard);
        }
        assertEquals(ReaderFeedback.values().length, shown.size());
    }

    @Test
    void it_says_when_it_changes_and_nothing_changes_in_between() {
        for (ReaderFeedback feedback : ReaderFeedback.values()) {
            ShowPlayer player = new ShowPlayer();
            player.play(feedback, 7);
            long now = 7;
            for (int changes = 0; changes < 100; changes++) {
                OptionalLong next = player.changesAt(now);
                if (next.isEmpty()) {
                    assertEquals(Signal.NONE, player.at(now));
                    break;
                }
                assertTrue(next.getAsLong() > now, feedback + " stands still");
                assertEquals(player.at(now), player.at(next.getAsLong() - 1), feedback.name());
                now = next.getAsLong();
            }
        }
        assertFalse(new ShowPlayer().changesAt(0).isPresent());
    }

    private static void check(String script) {
        ShowPlayer player = new ShowPlayer();
        for (String line : script.strip().split("\n", -1)) {
            String[] sides = line.split("->", -1);
            String[] words = sides[0].strip().split("\\s+", -1);
            long nanos = Long.parseLong(words[0]) * MILLI;
            if (words.length > 1) {
                player.play(ReaderFeedback.valueOf(words[1]), nanos);
            }
            assertEquals(sides[1].strip(), text(player.at(nanos)), line);
        }
    }

    static String text(Signal signal) {
        String on =
                (signal.green() ? "G" : "")
                        + (signal.red() ? "R" : "")
                        + (signal.sounds() ? "B" : "");
        return on.isEmpty() ? "-" : on;
    }
}
