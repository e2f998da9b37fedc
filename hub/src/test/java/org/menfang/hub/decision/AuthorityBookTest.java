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
import org.menfang.hub.notify.Notice;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;

class AuthorityBookTest {
    private static final OperatorName LI = new OperatorName("李主任");
    private static final OperatorName WANG = new OperatorName("王议长");
    private static final OperatorName ZHAO = new OperatorName("赵监事");

    private final List<Notice> told = new ArrayList<>();
    private final Decisions decisions = new Decisions();
    private final RulesInForce rules = new RulesInForce();
    private Instant now = Instant.parse("2026-05-01T00:00:00Z");
    private final Book book =
            Book.open(new InMemoryBookStore(), () -> now, List.of(decisions, rules));
    private final DecisionBook council = new DecisionBook(book, decisions);
    private final AuthorityBook authority = new AuthorityBook(book, rules, decisions, told::add);

    /// Decision 1 is a quota that passed, 2 one that did not, 3 an expense that passed.
    @BeforeEach
    void decide() {
        decide(DecisionKind.QUOTA, Vote.YES);
        decide(DecisionKind.QUOTA, Vote.NO);
        decide(DecisionKind.EXPENSE, Vote.YES);
    }

    private void decide(DecisionKind kind, Vote vote) {
        council.ask(WANG, kind, "三天出门一次", 1, 1);
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
            case "support" -> said(authority.support(WANG, "night", Integer.parseInt(words[1])));
            case "end" -> said(authority.end(LI, "night", "不用了"));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private Outcome put(DecisionKind kind, @Nullable Integer decision) {
        return authority.putInForce(
                new RuleAuthority.NewRule("night", kind, "夜里不出门", decision), LI, ZHAO);
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
                        new RuleAuthority.NewRule("night", DecisionKind.QUOTA, "夜里", 1), LI, LI));
    }
}
