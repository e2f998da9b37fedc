package org.menfang.hub.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.notify.Notice;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;

class AuthorityBookTest {
    private static final OperatorName LI = new OperatorName("李主任");
    private static final OperatorName WANG = new OperatorName("王议长");
    private static final OperatorName ZHAO = new OperatorName("赵监事");

    private static final CompoundId XINGHUA = new CompoundId("xinghua");
    private static final CompoundId NORTH = new CompoundId("north");
    private static final Compounds COMPOUNDS = Compounds.only(XINGHUA);

    private final List<Notice> told = new ArrayList<>();
    private final Decisions decisions = new Decisions();
    private final RulesInForce rules = new RulesInForce();
    private Instant now = Instant.parse("2026-05-01T00:00:00Z");
    private final Book book =
            Book.open(new InMemoryBookStore(), () -> now, List.of(decisions, rules));
    private final DecisionBook council = new DecisionBook(book, decisions, COMPOUNDS);
    private final AuthorityBook authority =
            new AuthorityBook(book, rules, decisions, COMPOUNDS, told::add);

    /// Decision 1 is a quota that passed, 2 one that did not, 3 an expense that passed.
    @BeforeEach
    void decide() {
        decide(DecisionKind.QUOTA, Vote.YES);
        decide(DecisionKind.QUOTA, Vote.NO);
        decide(DecisionKind.EXPENSE, Vote.YES);
    }

    private void decide(DecisionKind kind, Vote vote) {
        decide(new Question(kind, "三天出门一次", 1, 1), vote);
    }

    private void decide(Question question, Vote vote) {
        council.ask(WANG, question);
        int number = council.open().getFirst().number();
        council.vote(WANG, number, List.of(new HouseholdId("h1")), vote);
        council.close(WANG, number);
    }

    /// Each line: what happens, the answer, and the rules in force then.
    private void check(String table) {
        for (String line : table.lines().filter(each -> !each.isBlank()).toList()) {
            String[] parts = line.strip().split(" *\\| *", -1);
            String[] words = parts[0].split(" +", -1);
            assertEquals(parts[1], happens(words), line);
            assertEquals(parts[2], state(), line);
        }
    }

    private String happens(String[] words) {
        return switch (words[0]) {
            case "after" -> {
                now = now.plus(Duration.parse("PT" + words[1]));
                authority.tick(now);
                yield "done";
            }
            case "put" -> said(put(DecisionKind.valueOf(words[1]), number(words[2])));
            case "support" ->
                    said(authority.support(WANG, XINGHUA, "night", Integer.parseInt(words[1])));
            case "end" -> said(authority.end(LI, XINGHUA, "night", "不用了"));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private Outcome put(DecisionKind kind, @Nullable Integer decision) {
        return authority.putInForce(
                new RuleAuthority.NewRule(XINGHUA, "night", kind, "夜里不出门", decision), LI, ZHAO);
    }

    private static @Nullable Integer number(String text) {
        return text.equals("-") ? null : Integer.valueOf(text);
    }

    private String state() {
        return authority.inForce().stream()
                .map(rule ->
                        (rule.decision() == null ? "none" : "by " + rule.decision())
                                + (rule.until() == null ? "" : " limited")
                                + (rule.overdue() ? " overdue" : ""))
                .findFirst()
                .orElse("");
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "done";
            case Outcome.Refused(String key) -> key.replace("refused.rights.", "");
            case Outcome.Failed _ -> "failed";
        };
    }

    @Test
    void a_quota_with_a_passed_decision_lasts() {
        check(
                """
                put QUOTA 2   | not-passed   |
                put QUOTA 3   | not-passed   |
                put QUOTA 9   | not-passed   |
                put QUOTA 1   | done         | by 1
                after 1000H   | done         | by 1
                end           | done         |
                end           | no-such-rule |
                """);
        assertEquals(List.of(), told);
    }

    @Test
    void a_curfew_without_a_decision_lasts_72_hours_whatever_its_breaks() {
        check(
                """
                put CURFEW -  | done           | none limited
                after 40H     | done           | none limited
                put CURFEW -  | done           | none limited
                end           | done           |
                after 20H     | done           |
                put CURFEW -  | done           | none limited
                after 11H59M  | done           | none limited
                after 1M      | done           | none limited overdue
                put CURFEW -  | needs-decision | none limited overdue
                end           | done           |
                put CURFEW -  | needs-decision |
                """);
        assertEquals(1, told.size());
        assertTrue(told.getFirst().zh().contains("夜里不出门"), told.toString());
    }

    @Test
    void a_decision_that_comes_afterwards_lets_it_last() {
        check(
                """
                support 1     | no-such-rule |
                put QUOTA -   | done         | none limited
                after 71H     | done         | none limited
                support 2     | not-passed   | none limited
                support 1     | done         | by 1
                after 1000H   | done         | by 1
                put QUOTA -   | done         | none limited
                """);
    }

    @Test
    void other_rules_need_no_decision() {
        check(
                """
                put RULES -   | done | none
                after 1000H   | done | none
                """);
    }

    @Test
    void one_person_alone_puts_nothing_in_force() {
        assertEquals(
                new Outcome.Refused("refused.rights.same-person"),
                authority.putInForce(
                        new RuleAuthority.NewRule(XINGHUA, "night", DecisionKind.QUOTA, "夜里", 1),
                        LI,
                        LI));
    }

    /// Decision 4 holds for ten days, 5 is the same anew.
    @Test
    void a_rule_whose_term_is_over_is_taken_back_and_one_that_is_renewed_stays() {
        List<RuleInForce> taken = new ArrayList<>();
        authority.withdrawBy(rule -> {
            taken.add(rule);
            return Verdict.write();
        });
        decide(new Question(null, DecisionKind.QUOTA, "十天", 1, 1, 10), Vote.YES);
        check(
                """
                put QUOTA 4   | done           | by 4 limited
                after 239H    | done           | by 4 limited
                """);
        decide(new Question(null, DecisionKind.QUOTA, "再十天", 1, 1, 10), Vote.YES);
        check(
                """
                support 5     | done           | by 5 limited
                after 239H    | done           | by 5 limited
                after 2H      | done           |
                put QUOTA 5   | decision-over  |
                put QUOTA 1   | done           | by 1
                """);
        assertEquals(1, taken.size());
        assertEquals(XINGHUA, taken.getFirst().compound());
        // Before each end, at the end, and when it was taken back.
        assertEquals(4, told.size(), told.toString());
        assertTrue(told.getFirst().zh().contains("三天内到"), told.toString());
        assertTrue(told.getLast().zh().contains("已经从各个大门撤回"), told.toString());
    }

    @Test
    void what_cannot_be_taken_back_is_tried_again() {
        List<String> answers = new ArrayList<>();
        authority.withdrawBy(_ -> {
            answers.add("asked");
            return answers.size() < 3 ? Verdict.refuse("refused.storage") : Verdict.write();
        });
        check(
                """
                put CURFEW -  | done | none limited
                after 72H     | done | none limited overdue
                after 30S     | done | none limited overdue
                after 31S     | done | none limited overdue
                after 61S     | done |
                """);
        assertEquals(3, answers.size());
    }

    @Test
    void each_compound_has_its_own_rules_and_decisions() {
        decide(new Question(NORTH, DecisionKind.QUOTA, "北区", 1, 1, null), Vote.YES);
        RuleAuthority.NewRule north =
                new RuleAuthority.NewRule(NORTH, "night", DecisionKind.QUOTA, "北区夜里", 4);
        check("put QUOTA 4 | other-compound |");
        assertEquals("done", said(authority.putInForce(north, LI, ZHAO)));
        check("put QUOTA 1 | done | by 4");
        assertEquals(2, authority.inForce().size());
        assertEquals("done", said(authority.end(LI, NORTH, "night", "不用了")));
        check("put QUOTA 1 | done | by 1");
    }

    /// As the log had it before rules named a compound.
    @Test
    void an_old_rule_is_one_of_the_first_compound() {
        book.decide(
                LI,
                _ ->
                        Verdict.write(
                                new RuleEntry.InForce(
                                        "night",
                                        DecisionKind.QUOTA,
                                        "a",
                                        1,
                                        LI,
                                        ZHAO,
                                        null,
                                        null)));
        assertEquals(XINGHUA, authority.inForce().getFirst().compound());
        check(
                """
                put QUOTA 1   | done | by 1
                end           | done |
                """);
    }
}
