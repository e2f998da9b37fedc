package org.menfang.hub.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.vocabulary.OperatorName;

/// Each line of a table: the day of November 2026 (the 23rd is a Monday) and the time, who, what,
/// what becomes of it, and who answers afterwards.
class RosterTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<OperatorName> TEAM = names("wang li zhao chen sun zhou");

    private final InMemoryBookStore store = new InMemoryBookStore();
    private final List<HandOverItem> open = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private RosterBook desk = start();

    private RosterBook start() {
        Roster roster = new Roster(ZONE);
        Book book = Book.open(store, () -> now, List.of(roster));
        return new RosterBook(book, roster, () -> TEAM, List.of(_ -> open));
    }

    private static List<OperatorName> names(String text) {
        return Arrays.stream(text.split("[ ,]", -1)).map(OperatorName::new).toList();
    }

    private void check(String table) {
        for (String line : table.lines().toList()) {
            String[] columns = line.split("\\|", -1);
            String[] act = columns[0].strip().split(" +", -1);
            now =
                    LocalDateTime.of(
                                    LocalDate.of(2026, 11, Integer.parseInt(act[0])),
                                    LocalTime.parse(act[1]))
                            .atZone(ZONE)
                            .toInstant();
            String outcome =
                    switch (act(act)) {
                        case Outcome.Done _ -> "done";
                        case Outcome.Refused(String key) ->
                                key.substring("refused.patrol.".length());
                        case Outcome.Failed(String why) -> why;
                    };
            assertEquals(columns[1].strip(), outcome, line);
            assertEquals(columns[2].strip(), duty(), line);
        }
        String before = duty();
        desk = start();
        assertEquals(before, duty(), "after a restart");
    }

    private String duty() {
        String told =
                desk.onDuty(now).stream().map(OperatorName::value).collect(Collectors.joining(" "));
        return told + (desk.duty(now).map(Duty::waiting).orElse(false) ? " waiting" : "");
    }

    private Outcome act(String[] words) {
        OperatorName who = new OperatorName(words[2]);
        return switch (words[3]) {
            case "plans" ->
                    desk.planWeek(
                            who, DayOfWeek.valueOf(words[4]), Shift.valueOf(words[5]), crew(words));
            case "changes" -> desk.changeDay(who, slot(words[4], words[5]), crew(words));
            case "restores" -> desk.restoreDay(who, slot(words[4], words[5]));
            case "signs" -> desk.sign(who, false, Side.valueOf(words[4]), "", now);
            case "leads" -> desk.sign(who, true, Side.valueOf(words[4]), "", now);
            case "asks" ->
                    desk.askSwap(
                            who,
                            slot(words[5], words[6]),
                            new OperatorName(words[4]),
                            words.length > 7 ? slot(words[7], words[8]) : null);
            case "agrees" -> desk.agreeSwap(who, Long.parseLong(words[4]));
            case "ends" -> desk.endSwap(who, Long.parseLong(words[4]));
            case "looks" -> new Outcome.Done(List.of());
            default -> throw new IllegalArgumentException(String.join(" ", words));
        };
    }

    /// The first name is the leader's; `-` is nobody.
    private static Crew crew(String[] words) {
        List<OperatorName> all = words[6].equals("-") ? List.of() : names(words[6]);
        return all.isEmpty() ? Crew.NOBODY : new Crew(all.subList(1, all.size()), all.getFirst());
    }

    private static Slot slot(String day, String shift) {
        return new Slot(LocalDate.of(2026, 11, Integer.parseInt(day)), Shift.valueOf(shift));
    }

    @Test
    void until_both_have_signed_the_last_shift_answers() {
        check(
                """
                23 06:00 wang looks                          | done           | wang li zhao chen sun zhou
                23 07:30 zhou changes 23 EARLY li,wang       | done           | wang li
                23 07:31 zhou changes 23 LATE chen,zhao      | done           | wang li
                23 07:32 zhou changes 23 NIGHT sun           | done           | wang li
                23 13:59 wang signs LEAVING                  | too-early      | wang li
                23 14:10 wang signs LEAVING                  | done           | wang li
                23 14:11 wang signs LEAVING                  | signed-already | wang li
                23 14:12 wang signs COMING                   | not-your-side  | wang li
                23 14:13 wang leads COMING                   | one-person     | wang li
                23 15:30 wang looks                          | done           | wang li waiting
                23 15:40 zhao signs COMING                   | done           | zhao chen
                23 22:50 sun signs COMING                    | done           | zhao chen
                23 23:10 sun looks                           | done           | zhao chen waiting
                23 23:20 chen signs LEAVING                  | done           | sun
                """);
        assertEquals(2, desk.handOvers().size());
        assertEquals(slot("23", "LATE"), desk.handOvers().getFirst().from());
    }

    @Test
    void a_shift_that_never_came_is_passed_over() {
        check(
                """
                23 07:30 zhou changes 23 EARLY li,wang | done           | wang li
                23 07:31 zhou changes 23 LATE chen     | done           | wang li
                23 07:32 zhou changes 23 NIGHT sun     | done           | wang li
                23 14:30 wang signs LEAVING            | done           | wang li
                23 23:30 wang looks                    | done           | wang li waiting
                23 23:31 chen signs COMING             | not-your-side  | wang li waiting
                23 23:32 sun signs COMING              | done           | wang li waiting
                23 23:33 li signs LEAVING              | done           | sun
                """);
        assertEquals(slot("23", "NIGHT"), desk.handOvers().getFirst().to());
    }

    @Test
    void whoever_takes_over_for_a_missing_crew_answers_too() {
        check(
                """
                23 07:30 zhou changes 23 EARLY li,wang | done          | wang li
                23 15:10 wang signs LEAVING            | done          | wang li waiting
                23 15:11 zhou signs COMING             | not-your-side | wang li waiting
                23 15:12 zhou leads COMING             | done          | zhou
                """);
    }

    @Test
    void nobody_signs_before_there_is_a_roster() {
        check(
                """
                23 07:30 wang signs LEAVING | no-roster | wang li zhao chen sun zhou
                """);
    }

    @Test
    void a_plan_of_the_week_begins_tomorrow_and_a_day_can_differ() {
        check(
                """
                23 08:00 zhou plans MONDAY EARLY li,wang  | done        | wang li zhao chen sun zhou
                23 08:00 zhou plans TUESDAY EARLY chen    | done        | wang li zhao chen sun zhou
                23 08:01 zhou plans TUESDAY EARLY ghost   | not-in-team | wang li zhao chen sun zhou
                24 08:00 zhou looks                       | done        | chen
                24 08:01 zhou changes 24 EARLY sun        | done        | sun
                24 08:02 zhou restores 24 EARLY           | done        | chen
                24 08:03 zhou changes 23 NIGHT sun        | shift-over  | chen
                """);
        assertEquals(names("wang li"), desk.shift(slot("30", "EARLY")).crew().everybody());
        assertEquals(List.of(), desk.shift(slot("23", "EARLY")).crew().everybody());
    }

    @Test
    void a_swap_takes_the_one_who_asks_and_the_one_who_agrees() {
        check(
                """
                23 08:00 zhou changes 23 EARLY li,wang            | done           | wang li
                23 08:00 zhou changes 24 LATE chen,zhao           | done           | wang li
                23 08:01 zhao asks wang 23 EARLY                  | not-your-shift | wang li
                23 08:02 wang asks li 23 EARLY                    | there-already  | wang li
                23 08:02 wang asks sun 23 EARLY 24 LATE           | no-return      | wang li
                23 08:03 wang asks zhao 23 EARLY 24 LATE          | done           | wang li
                23 08:04 wang agrees 1                            | not-asked      | wang li
                23 08:04 chen ends 1                              | not-asked      | wang li
                23 08:05 zhao agrees 1                            | done           | zhao li
                23 08:06 zhao agrees 1                            | swap-gone      | zhao li
                23 08:07 li asks sun 23 EARLY                     | done           | zhao li
                23 08:08 sun ends 2                               | done           | zhao li
                23 08:09 sun agrees 2                             | swap-gone      | zhao li
                23 08:10 li asks sun 23 EARLY                     | done           | zhao li
                23 15:00 sun agrees 3                             | swap-gone      | zhao li waiting
                """);
        assertEquals(names("wang chen"), desk.shift(slot("24", "LATE")).crew().everybody());
    }

    @Test
    void what_came_after_the_first_signature_stands_with_the_second() {
        HandOverItem lamp = HandOverItem.of(HandOverKind.LAMP_DEAD, "一号路灯", null, "");
        HandOverItem gate = HandOverItem.of(HandOverKind.GATE_OFFLINE, "东大门", null, "");
        open.add(lamp);
        check(
                """
                23 07:30 zhou changes 23 EARLY li,wang | done | wang li
                23 07:31 zhou changes 23 LATE chen     | done | wang li
                23 14:30 wang signs LEAVING            | done | wang li
                """);
        open.add(gate);
        check("23 14:40 chen signs COMING | done | chen");
        HandOver signed = desk.handOver(1).orElseThrow();
        assertEquals(List.of(lamp), signed.items());
        assertEquals(List.of(), Objects.requireNonNull(signed.leaving()).since());
        assertEquals(List.of(gate), Objects.requireNonNull(signed.coming()).since());
    }

    @Test
    void the_leader_of_the_answering_shift_hears_what_leaders_hear() {
        check(
                """
                23 07:30 zhou changes 23 EARLY li,wang | done | wang li
                """);
        assertEquals(names("li"), desk.leaders(now));
        assertEquals(Instant.parse("2026-11-23T07:00:00Z"), desk.shiftEnd(now));
    }

    @Test
    void more_than_a_page_can_hold_is_counted() {
        for (int i = 0; i < HandOver.ITEMS_MAX + 5; i++) {
            open.add(HandOverItem.of(HandOverKind.LAMP_DEAD, "lamp " + i, null, ""));
        }
        List<HandOverItem> items = desk.open(now);
        assertEquals(HandOver.ITEMS_MAX, items.size());
        assertEquals("+6", items.getLast().place());
    }
}
