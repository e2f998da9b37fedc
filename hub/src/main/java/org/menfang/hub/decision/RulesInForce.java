package org.menfang.hub.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;

/// The rules that bind people now, with who decided, executed and checked.
public final class RulesInForce implements Chapter {
    private final Map<String, RuleInForce> rules = new TreeMap<>();

    /// Since when a rule has stood without a decision, its breaks included.
    private final Map<String, Instant> withoutDecisionSince = new TreeMap<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("decision.rule-in-force", RuleEntry.InForce.class),
                new EntryType<>("decision.rule-supported", RuleEntry.Supported.class),
                new EntryType<>("decision.rule-overdue", RuleEntry.Overdue.class),
                new EntryType<>("decision.rule-ended", RuleEntry.Ended.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof RuleEntry body) {
            switch (body) {
                case RuleEntry.InForce rule -> put(entry, rule);
                case RuleEntry.Supported(String rule, int decision) -> {
                    rules.computeIfPresent(rule, (_, known) -> known.supported(decision));
                    withoutDecisionSince.remove(rule);
                }
                case RuleEntry.Overdue(String rule) ->
                        rules.computeIfPresent(rule, (_, known) -> known.late());
                case RuleEntry.Ended(String rule, String _) -> rules.remove(rule);
            }
        }
    }

    private void put(Entry entry, RuleEntry.InForce rule) {
        rules.put(
                rule.rule(),
                new RuleInForce(
                        rule.rule(),
                        rule.kind(),
                        rule.text(),
                        rule.decision(),
                        rule.executed(),
                        rule.checked(),
                        entry.at(),
                        rule.until(),
                        false));
        if (rule.decision() == null) {
            withoutDecisionSince.putIfAbsent(rule.rule(), entry.at());
        } else {
            withoutDecisionSince.remove(rule.rule());
        }
    }

    Optional<RuleInForce> find(String rule) {
        return Optional.ofNullable(rules.get(rule));
    }

    /// When a rule that stands without a decision has to end, if it comes into force now.
    Instant end(String rule, Instant now) {
        return withoutDecisionSince
                .getOrDefault(rule, now)
                .plus(RuleAuthority.WITHOUT_DECISION_MAX);
    }

    /// By name.
    public List<RuleInForce> inForce() {
        return List.copyOf(rules.values());
    }
}
