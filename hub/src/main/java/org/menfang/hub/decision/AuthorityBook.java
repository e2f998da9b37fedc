package org.menfang.hub.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.vocabulary.Name;
import org.menfang.vocabulary.OperatorName;

/// Writes down on whose word a rule is in force, and tells when one lasts too long without a
/// decision.
public final class AuthorityBook implements RuleAuthority, Timed {
    /// Most rules that are in force at once.
    public static final int RULES_MAX = 100;

    private static final Duration TELL_FOR = Duration.ofHours(12);

    private final Book book;
    private final RulesInForce rules;
    private final Decisions decisions;
    private final Teller teller;

    public AuthorityBook(Book book, RulesInForce rules, Decisions decisions, Teller teller) {
        this.book = book;
        this.rules = rules;
        this.decisions = decisions;
        this.teller = teller;
    }

    @Override
    public Outcome putInForce(NewRule rule, OperatorName executed, OperatorName checked) {
        return book.decide(executed, now -> judge(rule, executed, checked, now));
    }

    private Verdict judge(NewRule rule, OperatorName executed, OperatorName checked, Instant now) {
        if (!Name.isValid(rule.rule())
                || !DecisionBook.isSaid(rule.text())
                || rule.text().length() > NewRule.TEXT_CHARS_MAX) {
            return Verdict.refuse("refused.rights.rule-text");
        }
        if (executed.equals(checked)) {
            return Verdict.refuse("refused.rights.same-person");
        }
        if (rules.find(rule.rule()).isEmpty() && rules.inForce().size() >= RULES_MAX) {
            return Verdict.refuse("refused.rights.too-many-rules");
        }
        Integer decision = rule.decision();
        if (decision != null && !carries(decision, rule.kind())) {
            return Verdict.refuse("refused.rights.not-passed");
        }
        Instant until =
                decision == null && rule.kind().isNeededInForce()
                        ? rules.end(rule.rule(), now)
                        : null;
        return until != null && !now.isBefore(until)
                ? Verdict.refuse("refused.rights.needs-decision")
                : Verdict.write(inForce(rule, executed, checked, until));
    }

    private static RuleEntry inForce(
            NewRule rule, OperatorName executed, OperatorName checked, @Nullable Instant until) {
        return new RuleEntry.InForce(
                rule.rule(), rule.kind(), rule.text(), rule.decision(), executed, checked, until);
    }

    private boolean carries(int decision, DecisionKind kind) {
        return decisions
                .find(decision)
                .filter(found -> found.state() == Decision.State.PASSED && found.kind() == kind)
                .isPresent();
    }

    @Override
    public Outcome support(OperatorName by, String rule, int decision) {
        return book.decide(
                by,
                _ ->
                        rules.find(rule)
                                .map(found ->
                                        carries(decision, found.kind())
                                                ? Verdict.write(
                                                        new RuleEntry.Supported(rule, decision))
                                                : Verdict.refuse("refused.rights.not-passed"))
                                .orElseGet(() -> Verdict.refuse("refused.rights.no-such-rule")));
    }

    @Override
    public Outcome end(OperatorName by, String rule, String reason) {
        return book.decide(
                by,
                _ -> {
                    if (rules.find(rule).isEmpty()) {
                        return Verdict.refuse("refused.rights.no-such-rule");
                    }
                    return DecisionBook.isSaid(reason)
                            ? Verdict.write(new RuleEntry.Ended(rule, reason))
                            : Verdict.refuse("refused.rights.reason");
                });
    }

    @Override
    public List<RuleInForce> inForce() {
        return book.read(rules::inForce);
    }

    /// Tells of rules that last too long. A notice takes the place of an older one of its topic, so
    /// telling twice, where the hub stops in between, does no harm.
    @Override
    public void tick(Instant now) {
        for (RuleInForce rule : inForce()) {
            if (rule.isLate(now)) {
                teller.tell(notice(rule, now));
                book.decide(
                        Book.HUB,
                        at ->
                                rules.find(rule.rule())
                                                .filter(found -> found.isLate(at))
                                                .isPresent()
                                        ? Verdict.write(new RuleEntry.Overdue(rule.rule()))
                                        : Verdict.write());
            }
        }
    }

    private static Notice notice(RuleInForce rule, Instant now) {
        return new Notice(
                "rule-overdue/" + rule.rule(),
                Notice.Urgency.CALL,
                "规则“" + rule.text() + "”没有议事会的决定，72小时已到。请停用，或者补上表决。",
                "The rule “"
                        + rule.text()
                        + "” has no decision of the council, and its 72 hours are over. End it, or"
                        + " have it decided.",
                List.of(),
                now.plus(TELL_FOR));
    }
}
