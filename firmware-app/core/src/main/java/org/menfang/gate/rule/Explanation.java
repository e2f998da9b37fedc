package org.menfang.gate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// A recorded decision, decided again: what each rule says, and what it looked at.
///
/// @param inquiry what was asked
/// @param version of the rule set that was asked again; the recorded one stands in the grounds
/// @param recorded the reason in the event; none for a grant
/// @param again what the rules say now
/// @param rules every rule in order, {@link RuleName#DURABLE} last
public record Explanation(
        Inquiry inquiry,
        long version,
        @Nullable DenyReason recorded,
        Decision again,
        List<RuleAnswer> rules) {
    public Explanation {
        rules = List.copyOf(rules);
    }

    /// What one rule said.
    ///
    /// @param facts all that it looked at
    public record RuleAnswer(RuleName rule, Finding finding, List<Fact> facts) {
        public RuleAnswer {
            facts = List.copyOf(facts);
        }
    }

    /// Empty for an event that tells of no decision of the rules, and for one at an access point
    /// that the site of the table does not have.
    public static Optional<Explanation> of(AccessTable table, Event event) {
        return Inquiry.of(event)
                .filter(inquiry -> table.knows(inquiry.accessPoint()))
                .map(inquiry -> of(table, inquiry, recorded(event)));
    }

    /// Whether the rule set that was asked is the one that decided.
    public boolean isSameVersion() {
        return version == inquiry.grounds().rulesVersion();
    }

    /// Whether the rules say what was recorded. A step at the reader that was wanted and not taken
    /// in time was denied; so was a grant that storage could not keep.
    public boolean agrees() {
        return switch (again) {
            case Decision.Granted _ -> recorded == null || recorded == DenyReason.STORAGE_FAILED;
            case Decision.Denied denied -> recorded == denied.reason();
            case Decision.Wanted wanted -> recorded == missing(wanted.step());
        };
    }

    /// The rule that decided, by what the rules say now; empty for a grant.
    public Optional<RuleName> decidedBy() {
        return switch (again) {
            case Decision.Granted _ ->
                    recorded == DenyReason.STORAGE_FAILED
                            ? Optional.of(RuleName.DURABLE)
                            : Optional.empty();
            case Decision.Denied denied -> Optional.of(denied.by());
            case Decision.Wanted wanted -> Optional.of(wanted.by());
        };
    }

    /// What a step at the reader that nobody took is recorded as.
    public static DenyReason missing(Finding.Step step) {
        return switch (step) {
            case PIN -> DenyReason.PIN_MISSING;
            case SECOND_PERSON -> DenyReason.SECOND_PERSON_MISSING;
        };
    }

    private static Explanation of(
            AccessTable table, Inquiry inquiry, @Nullable DenyReason recorded) {
        Decision again = Judge.decide(table, inquiry);
        List<RuleAnswer> rules = new ArrayList<>();
        for (Judge.RuleFinding found : Judge.explain(table, inquiry)) {
            rules.add(answer(found.rule(), found.finding(), again.asked()));
        }
        rules.add(answer(RuleName.DURABLE, durable(recorded), again.asked()));
        return new Explanation(inquiry, table.version(), recorded, again, rules);
    }

    private static RuleAnswer answer(RuleName rule, Finding finding, Case asked) {
        return new RuleAnswer(rule, finding, Facts.lookedAt(rule, asked));
    }

    /// Only the event knows whether a grant was kept.
    private static Finding durable(@Nullable DenyReason recorded) {
        if (recorded == null) {
            return Finding.PASSES;
        }
        return recorded == DenyReason.STORAGE_FAILED
                ? new Finding.Denies(recorded)
                : Finding.NOT_CONCERNED;
    }

    private static @Nullable DenyReason recorded(Event event) {
        return event.body() instanceof EventBody.AccessDenied denied ? denied.reason() : null;
    }
}
