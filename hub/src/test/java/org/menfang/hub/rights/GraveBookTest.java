package org.menfang.hub.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.OperatorName;

class GraveBookTest {
    private static final Instant MORNING = Instant.parse("2026-05-01T00:00:00Z");
    private static final Map<String, Role> ROLES =
            Map.of(
                    "li", Role.COMMITTEE,
                    "ma", Role.COMMITTEE,
                    "wang", Role.COUNCIL,
                    "zhao", Role.SUPERVISOR,
                    "qian", Role.SHIFT_LEADER,
                    "sun", Role.VOLUNTEER);

    /// @param size of it
    record Change(int size) implements GraveAct {
        @Override
        public GraveKind kind() {
            return GraveKind.MASS_CHANGE;
        }

        @Override
        public String subject() {
            return "import " + size;
        }
    }

    record Lock(String compound) implements GraveAct {
        @Override
        public GraveKind kind() {
            return GraveKind.LONG_LOCKDOWN;
        }

        @Override
        public String subject() {
            return "lock " + compound;
        }
    }

    private final InMemoryBookStore store = new InMemoryBookStore();
    private final List<String> performed = new ArrayList<>();
    private Instant now = MORNING;
    private Outcome answer = new Outcome.Done(List.of());
    private GraveCases cases = new GraveCases();
    private Rights rights = new Rights();
    private Book book = open();
    private GraveBook desk = desk();

    GraveBookTest() {
        ROLES.forEach((name, role) ->
                book.decide(
                        Book.CONSOLE,
                        _ -> Verdict.write(new RightsEntry.Appointed(who(name), role))));
    }

    private static OperatorName who(String name) {
        return new OperatorName(name);
    }

    private Book open() {
        cases = new GraveCases();
        rights = new Rights();
        return Book.open(store, () -> now, List.of(rights, cases));
    }

    private GraveBook desk() {
        GraveBook made = new GraveBook(book, cases, rights);
        made.register(
                "test.change",
                Change.class,
                (act, executed, checked) -> {
                    performed.add(act.subject() + " " + executed + " " + checked);
                    return answer;
                });
        made.register("test.lock", Lock.class, (_, _, _) -> answer);
        return made;
    }

    private void restart() {
        book = open();
        desk = desk();
    }

    /// Each line: what happens to act 1, the answer, and where the act stands then.
    private void check(String table) {
        for (String line : table.lines().filter(each -> !each.isBlank()).toList()) {
            String[] parts = line.strip().split(" *\\| *", -1);
            assertEquals(parts[1], said(happens(parts[0].split(" +", -1))), line);
            assertEquals(
                    parts[2], cases.find(1).map(act -> act.state().name()).orElse("NOTHING"), line);
        }
    }

    private Outcome happens(String[] words) {
        return switch (words[0]) {
            case "after" -> {
                now = now.plus(Duration.parse("PT" + words[1]));
                desk.tick(now);
                yield new Outcome.Done(List.of());
            }
            case "restart" -> {
                restart();
                desk.tick(now);
                yield new Outcome.Done(List.of());
            }
            default ->
                    switch (words[1]) {
                        case "proposes" -> desk.propose(who(words[0]), new Change(21));
                        case "locks" -> desk.propose(who(words[0]), new Lock("xinghua"));
                        case "confirms" -> desk.confirm(who(words[0]), 1);
                        case "refuses" -> desk.refuse(who(words[0]), 1, "太急了");
                        case "dismissed" ->
                                book.decide(
                                        Book.CONSOLE,
                                        _ ->
                                                Verdict.write(
                                                        new RightsEntry.Dismissed(
                                                                who(words[0]),
                                                                ROLES.getOrDefault(
                                                                        words[0],
                                                                        Role.VOLUNTEER))));
                        default -> throw new IllegalArgumentException(words[1]);
                    };
        };
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "done";
            case Outcome.Refused(String key) -> key.replace("refused.rights.", "");
            case Outcome.Failed _ -> "failed";
        };
    }

    @Test
    void two_persons_of_two_bodies_do_it_once() {
        check(
                """
                li confirms   | no-such-act     | NOTHING
                nobody proposes | no-role       | NOTHING
                li proposes   | done            | WAITING
                li confirms   | same-person     | WAITING
                ma confirms   | same-body       | WAITING
                sun confirms  | may-not-confirm | WAITING
                qian confirms | may-not-confirm | WAITING
                after 23H     | done            | WAITING
                zhao confirms | done            | DONE
                wang confirms | decided         | DONE
                wang refuses  | decided         | DONE
                after 2H      | done            | DONE
                """);
        assertEquals(List.of("import 21 li zhao"), performed);
        GraveCase done = cases.find(1).orElseThrow();
        assertEquals(who("li"), done.proposedBy());
        assertEquals(who("zhao"), done.decidedBy());
    }

    @Test
    void one_person_missing_means_that_it_is_not_done() {
        check(
                """
                li proposes   | done     | WAITING
                after 23H59M  | done     | WAITING
                after 1M      | done     | EXPIRED
                wang confirms | decided  | EXPIRED
                """);
        assertEquals(List.of(), performed);
    }

    @Test
    void whoever_may_do_it_alone_may_be_the_second_person() {
        check(
                """
                li locks      | done            | WAITING
                sun confirms  | may-not-confirm | WAITING
                qian confirms | done            | DONE
                """);
    }

    @Test
    void the_second_person_can_refuse_and_the_first_can_take_it_back() {
        check(
                """
                li proposes  | done            | WAITING
                sun refuses  | may-not-confirm | WAITING
                ma refuses   | same-body       | WAITING
                wang refuses | done            | REFUSED
                """);
        desk.propose(who("li"), new Change(22));
        assertInstanceOf(Outcome.Done.class, desk.refuse(who("li"), 2, "不要了"));
        assertEquals(List.of(), performed);
    }

    @Test
    void a_refusal_needs_a_reason() {
        desk.propose(who("li"), new Change(21));
        for (String reason : List.of("", " ", "a\nb", "x".repeat(201))) {
            assertEquals(
                    new Outcome.Refused("refused.rights.reason"),
                    desk.refuse(who("wang"), 1, reason));
        }
    }

    @Test
    void an_act_waits_through_a_restart() {
        check(
                """
                li proposes   | done | WAITING
                restart       | done | WAITING
                zhao confirms | done | DONE
                restart       | done | DONE
                """);
        assertEquals(List.of("import 21 li zhao"), performed);
    }

    @Test
    void an_act_of_somebody_who_left_is_not_done_but_can_be_refused() {
        check(
                """
                li proposes   | done          | WAITING
                li dismissed  | done          | WAITING
                zhao confirms | proposer-left | WAITING
                zhao refuses  | done          | REFUSED
                """);
    }

    @Test
    void what_was_not_possible_or_failed_is_said_so() {
        answer = new Outcome.Refused("refused.test");
        desk.propose(who("li"), new Change(21));
        assertEquals(answer, desk.confirm(who("wang"), 1));
        answer = new Outcome.Failed("no disk");
        desk.propose(who("li"), new Change(22));
        assertEquals(answer, desk.confirm(who("wang"), 2));
        assertEquals(GraveCase.State.NOT_POSSIBLE, cases.find(1).orElseThrow().state());
        assertEquals("refused.test", cases.find(1).orElseThrow().why());
        assertEquals(GraveCase.State.FAILED, cases.find(2).orElseThrow().state());
        assertEquals("no disk", cases.find(2).orElseThrow().why());
    }

    @Test
    void an_act_that_the_end_of_the_hub_broke_off_is_not_done_again() {
        desk.propose(who("li"), new Change(21));
        book.decide(who("wang"), _ -> Verdict.write(new GraveEntry.Confirmed(1)));
        restart();
        desk.tick(now);
        assertEquals(GraveCase.State.BROKEN_OFF, cases.find(1).orElseThrow().state());
        assertEquals(List.of(), performed);
    }

    @Test
    void an_act_is_not_broken_off_while_it_is_carried_out() {
        GraveBook other = new GraveBook(book, cases, rights);
        other.register(
                "test.change",
                Change.class,
                (_, _, _) -> {
                    other.tick(now);
                    return answer;
                });
        other.propose(who("li"), new Change(21));
        other.confirm(who("wang"), 1);
        assertEquals(GraveCase.State.DONE, cases.find(1).orElseThrow().state());
    }

    @Test
    void one_name_and_one_kind_have_one_performer() {
        assertThrows(
                IllegalArgumentException.class,
                () -> desk.register("test.lock", Lock.class, (_, _, _) -> answer));
        assertThrows(
                IllegalArgumentException.class,
                () -> desk.register("test.other", Lock.class, (_, _, _) -> answer));
    }

    @Test
    void no_more_wait_than_people_can_look_through() {
        for (int i = 0; i < GraveBook.WAITING_MAX; i++) {
            assertEquals("done", said(desk.propose(who("li"), new Change(i))));
        }
        assertEquals("too-many-wait", said(desk.propose(who("li"), new Change(0))));
    }
}
