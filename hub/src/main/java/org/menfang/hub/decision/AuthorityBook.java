package org.menfang.hub.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Name;
import org.menfang.vocabulary.OperatorName;

/// Writes down on whose word a rule is in force, and takes it back when its time is over: 72 hours
/// without a decision, or the term that the council gave it.
public final class AuthorityBook implements RuleAuthority, Timed {
    /// Most rules that are in force at once.
    public static final int RULES_MAX = 100;

    private static final System.Logger LOG = System.getLogger(AuthorityBook.class.getName());
    private static final Duration TELL_FOR = Duration.ofHours(12);
    private static final Duration WARN_BEFORE = Duration.ofDays(3);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final String OVER = "到期，没有新的决定 / its time is over";

    private final Book book;
    private final RulesInForce rules;
    private final Decisions decisions;
    private final Compounds compounds;
    private final Teller teller;
    private final Map<RulesInForce.Key, Instant> triedAt = new HashMap<>();

    /// The ends of terms that were told of before; a hub that starts anew tells once more.
    private final Map<RulesInForce.Key, Instant> toldOf = new HashMap<>();

    private volatile @Nullable RuleWithdrawal withdrawal;

    public AuthorityBook(
            Book book,
            RulesInForce rules,
            Decisions decisions,
            Compounds compounds,
            Teller teller) {
        this.book = book;
        this.rules = rules;
        this.decisions = decisions;
        this.compounds = compounds;
        this.teller = teller;
    }

    @Override
    public void withdrawBy(RuleWithdrawal taker) {
        withdrawal = taker;
    }

    /// What stands in the log without a compound is of the first one, and goes on so.
    private RulesInForce.Key key(CompoundId compound, String rule) {
        RulesInForce.Key unnamed = new RulesInForce.Key(null, rule);
        boolean first = compounds.of(null).filter(compound::equals).isPresent();
        return first && rules.knows(unnamed) ? unnamed : new RulesInForce.Key(compound, rule);
    }

    @Override
    public Outcome mayPutInForce(NewRule rule, OperatorName executed) {
        return book.decide(
                executed, now -> whyNot(rule, now).map(Verdict::refuse).orElseGet(Verdict::write));
    }

    @Override
    public Outcome putInForce(NewRule rule, OperatorName executed, OperatorName checked) {
        return book.decide(
                executed,
                now ->
                        executed.equals(checked)
                                ? Verdict.refuse("refused.rights.same-person")
                                : whyNot(rule, now)
                                        .map(Verdict::refuse)
                                        .orElseGet(() ->
                                                Verdict.write(
                                                        inForce(rule, executed, checked, now))));
    }

    /// The key of a text; empty if nothing speaks against it.
    private Optional<String> whyNot(NewRule rule, Instant now) {
        if (!Name.isValid(rule.rule())
                || !DecisionBook.isSaid(rule.text())
                || rule.text().length() > NewRule.TEXT_CHARS_MAX) {
            return Optional.of("refused.rights.rule-text");
        }
        if (rules.find(key(rule.compound(), rule.rule())).isEmpty()
                && rules.inForce().size() >= RULES_MAX) {
            return Optional.of("refused.rights.too-many-rules");
        }
        Integer decision = rule.decision();
        if (decision != null) {
            return whyNotBy(decision, rule.kind(), rule.compound(), now);
        }
        Instant until = until(rule, now);
        return until != null && !now.isBefore(until)
                ? Optional.of("refused.rights.needs-decision")
                : Optional.empty();
    }

    /// Why a decision does not carry a rule.
    private Optional<String> whyNotBy(
            int decision, DecisionKind kind, CompoundId compound, Instant now) {
        Optional<Decision> found =
                decisions
                        .find(decision)
                        .filter(each -> each.state() == Decision.State.PASSED)
                        .filter(each -> each.kind() == kind);
        if (found.isEmpty()) {
            return Optional.of("refused.rights.not-passed");
        }
        if (compounds.of(found.get().compound()).filter(compound::equals).isEmpty()) {
            return Optional.of("refused.rights.other-compound");
        }
        Instant ends = found.get().endsAt();
        return ends != null && !now.isBefore(ends)
                ? Optional.of("refused.rights.decision-over")
                : Optional.empty();
    }

    private @Nullable Instant endOf(int decision) {
        return decisions.find(decision).map(Decision::endsAt).orElse(null);
    }

    private @Nullable Instant until(NewRule rule, Instant now) {
        Integer decision = rule.decision();
        if (decision != null) {
            return endOf(decision);
        }
        return rule.kind().isNeededInForce()
                ? rules.end(key(rule.compound(), rule.rule()), now)
                : null;
    }

    private RuleEntry inForce(
            NewRule rule, OperatorName executed, OperatorName checked, Instant now) {
        return new RuleEntry.InForce(
                rule.rule(),
                rule.kind(),
                rule.text(),
                rule.decision(),
                executed,
                checked,
                until(rule, now),
                key(rule.compound(), rule.rule()).compound());
    }

    @Override
    public Outcome support(OperatorName by, CompoundId compound, String rule, int decision) {
        return book.decide(
                by,
                now -> {
                    RulesInForce.Key key = key(compound, rule);
                    Optional<RuleInForce> found = rules.find(key);
                    if (found.isEmpty()) {
                        return Verdict.refuse("refused.rights.no-such-rule");
                    }
                    return whyNotBy(decision, found.get().kind(), compound, now)
                            .map(Verdict::refuse)
                            .orElseGet(() ->
                                    Verdict.write(
                                            new RuleEntry.Supported(
                                                    rule,
                                                    decision,
                                                    endOf(decision),
                                                    key.compound())));
                });
    }

    @Override
    public Outcome end(OperatorName by, CompoundId compound, String rule, String reason) {
        return book.decide(
                by,
                _ -> {
                    RulesInForce.Key key = key(compound, rule);
                    if (rules.find(key).isEmpty()) {
                        return Verdict.refuse("refused.rights.no-such-rule");
                    }
                    return DecisionBook.isSaid(reason)
                            ? Verdict.write(new RuleEntry.Ended(rule, reason, key.compound()))
                            : Verdict.refuse("refused.rights.reason");
                });
    }

    @Override
    public List<RuleInForce> inForce() {
        return book.read(rules::inForce).stream().map(this::meant).toList();
    }

    private RuleInForce meant(RuleInForce rule) {
        return rule.in(compounds.of(rule.compound()).orElse(null));
    }

    /// Tells of rules whose time is over, and takes them back. A notice takes the place of an older
    /// one of its topic, so telling twice, where the hub stops in between, does no harm.
    @Override
    public void tick(Instant now) {
        for (RuleInForce rule : book.read(rules::inForce)) {
            warn(rule, now);
            if (rule.isLate(now)) {
                teller.tell(notice(rule, now));
                book.decide(
                        Book.HUB,
                        at ->
                                rules.find(keyOf(rule))
                                                .filter(found -> found.isLate(at))
                                                .isPresent()
                                        ? Verdict.write(
                                                new RuleEntry.Overdue(rule.rule(), rule.compound()))
                                        : Verdict.write());
            }
            RuleWithdrawal taker = withdrawal;
            if (taker != null && rule.isOver(now) && isToBeTried(rule, now)) {
                takeBack(taker, rule, now);
            }
        }
    }

    /// Tells that a term ends soon, so that the council can decide anew.
    private void warn(RuleInForce rule, Instant now) {
        Instant until = rule.until();
        if (until != null
                && rule.decision() != null
                && now.isBefore(until)
                && !now.isBefore(until.minus(WARN_BEFORE))
                && !until.equals(toldOf.put(keyOf(rule), until))) {
            teller.tell(
                    notice(
                            rule,
                            now,
                            "规则“%s”的期限三天内到。要继续用，请议事会再次表决；不然到期自动撤回。",
                            "The term of the rule “%s” ends within three days. Have it decided anew,"
                                    + " or it is taken back by itself."));
        }
    }

    private static RulesInForce.Key keyOf(RuleInForce rule) {
        return new RulesInForce.Key(rule.compound(), rule.rule());
    }

    private boolean isToBeTried(RuleInForce rule, Instant now) {
        Instant last = triedAt.get(keyOf(rule));
        return last == null || !now.isBefore(last.plus(TRY_AGAIN_AFTER));
    }

    private void takeBack(RuleWithdrawal taker, RuleInForce rule, Instant now) {
        triedAt.put(keyOf(rule), now);
        Outcome outcome = book.decide(Book.HUB, at -> withdrawn(taker, rule, at));
        switch (outcome) {
            case Outcome.Done done -> {
                triedAt.remove(keyOf(rule));
                if (!done.entries().isEmpty()) {
                    teller.tell(takenBack(rule, now));
                }
            }
            case Outcome.Refused(String why) -> notTaken(rule, why);
            case Outcome.Failed(String why) -> notTaken(rule, why);
        }
    }

    private static void notTaken(RuleInForce rule, String why) {
        LOG.log(
                System.Logger.Level.ERROR,
                "the rule {0} is over and could not be taken back: {1}",
                rule.rule(),
                why);
    }

    private Verdict withdrawn(RuleWithdrawal taker, RuleInForce rule, Instant at) {
        Optional<RuleInForce> still = rules.find(keyOf(rule)).filter(found -> found.isOver(at));
        if (still.isEmpty()) {
            return Verdict.write();
        }
        return switch (taker.takeBack(meant(still.get()))) {
            case Verdict.Refuse refused -> refused;
            case Verdict.Write(List<EntryBody> bodies) -> {
                List<EntryBody> all = new ArrayList<>(bodies);
                all.add(new RuleEntry.Ended(rule.rule(), OVER, rule.compound()));
                yield new Verdict.Write(all);
            }
        };
    }

    private static Notice notice(RuleInForce rule, Instant now) {
        return rule.decision() == null
                ? notice(
                        rule,
                        now,
                        "规则“%s”没有议事会的决定，72小时已到。请停用，或者补上表决。",
                        "The rule “%s” has no decision of the council, and its 72 hours are over."
                                + " End it, or have it decided.")
                : notice(
                        rule,
                        now,
                        "规则“%s”的期限已到，没有新的决定。请停用，或者再次表决。",
                        "The term of the rule “%s” is over, and it was not renewed. End it, or have"
                                + " it decided anew.");
    }

    private static Notice takenBack(RuleInForce rule, Instant now) {
        return notice(
                rule,
                now,
                "规则“%s”到期，没有新的决定，已经从各个大门撤回。要继续用，请先表决。",
                "The rule “%s” is over without a new decision and was taken from the gates. To have"
                        + " it again, have it decided first.");
    }

    private static Notice notice(RuleInForce rule, Instant now, String chinese, String english) {
        return new Notice(
                "rule-overdue/" + rule.rule(),
                Notice.Urgency.CALL,
                chinese.formatted(rule.text()),
                english.formatted(rule.text()),
                List.of(),
                now.plus(TELL_FOR));
    }
}
