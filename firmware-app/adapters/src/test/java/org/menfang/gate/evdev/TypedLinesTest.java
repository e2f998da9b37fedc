package org.menfang.gate.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Input;

class TypedLinesTest {
    private static final long SECOND = 1_000_000;

    private final TypedLines lines = new TypedLines(false);
    private final Typing typing = new Typing(5 * SECOND);

    @Test
    void a_card_is_a_line_of_digits() {
        assertEquals(List.of("0001234567"), take(typing.type("0001234567\n")));
    }

    @Test
    void a_code_has_letters_and_signs_of_both_cases() {
        String code = "https://menfang.example/t?uid=04DE5F1EACC040&ctr=00003D";
        assertEquals(List.of(code), take(typing.type(code + "\n")));
        String pass = "HC1:6BF+70790T9WJ$%*-./ Q";
        assertEquals(List.of(pass), take(typing.type(pass + "\n")));
    }

    @Test
    void digits_and_enter_of_the_block_beside_count_as_well() {
        List<KeyEvent> events = new ArrayList<>();
        for (int code : new int[] {79, 80, 81, 82, KeyMap.KEYPAD_ENTER}) {
            events.add(typing.key(code, 1));
            events.add(typing.key(code, 0));
        }
        assertEquals(List.of("1230"), take(events));
    }

    @Test
    void a_key_that_is_held_is_typed_once() {
        List<KeyEvent> events = new ArrayList<>();
        events.add(typing.key(2, 1));
        events.add(typing.key(2, 2));
        events.add(typing.key(2, 2));
        events.add(typing.key(2, 0));
        events.add(typing.key(KeyMap.ENTER, 1));
        assertEquals(List.of("1"), take(events));
    }

    @Test
    void what_is_not_finished_in_time_is_forgotten() {
        assertEquals(List.of(), take(typing.type("0001")));
        typing.pause(2 * SECOND);
        assertEquals(List.of("0001234567"), take(typing.type("0001234567\n")));
        assertEquals(0, lines.refused());
    }

    @Test
    void people_may_take_their_time() {
        TypedLines patient = new TypedLines(true);
        List<String> all = new ArrayList<>();
        for (String digit : List.of("1", "2", "3", "4", "\n")) {
            typing.pause(10 * SECOND);
            typing.type(digit).forEach(event -> patient.take(event).ifPresent(all::add));
        }
        assertEquals(List.of("1234"), all);
    }

    @Test
    void whoever_makes_a_mistake_begins_again() {
        take(typing.type("12"));
        take(List.of(typing.key(KeyMap.ESCAPE, 1)));
        take(typing.type("34"));
        take(List.of(typing.key(KeyMap.BACKSPACE, 1)));
        assertEquals(List.of("56"), take(typing.type("56\n")));
    }

    @Test
    void a_line_of_which_events_were_dropped_is_refused() {
        List<KeyEvent> events = new ArrayList<>(typing.type("000123"));
        events.add(new KeyEvent(typing.micros(), KeyEvent.TYPE_SYNC, KeyEvent.CODE_DROPPED, 0));
        events.addAll(typing.type("4567\n0007654321\n"));
        assertEquals(List.of("0007654321"), take(events));
        assertEquals(1, lines.refused());
    }

    @Test
    void a_line_that_is_too_long_is_refused() {
        String longest = "A".repeat(Input.CodeRead.TEXT_CHARS_MAX);
        assertEquals(List.of(longest), take(typing.type(longest + "\n" + longest + "B\n")));
        assertEquals(1, lines.refused());
    }

    @Test
    void an_empty_line_is_none_and_other_events_are_nothing() {
        assertEquals(List.of(), take(typing.type("\n\n")));
        assertEquals(List.of(), take(List.of(new KeyEvent(0, 4, 4, 458_784))));
        assertEquals(List.of(), take(List.of(typing.key(600, 1))));
    }

    private List<String> take(List<KeyEvent> events) {
        List<String> all = new ArrayList<>();
        events.forEach(event -> lines.take(event).ifPresent(all::add));
        return all;
    }
}
