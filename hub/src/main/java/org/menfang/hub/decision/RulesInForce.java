package org.menfang.hub.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;

/// The rules that bind people now, with who decided, executed and checked.
public final class RulesInForce implements Chapter {
    /// Names a rule as the log does.
    ///
    /// @param compound none for the hub's first one
    record Key(@Nullable CompoundId compound, String rule) {}

    private final Map<Key, RuleInForce> rules = new HashMap<>();

    /// Since when a rule has stood without a decision, its breaks included.
    private final Map<Key, Instant> withoutDecisionSince = new HashMap<>();

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
                case RuleEntry.Supported it -> {
                    Key key = new Key(it.compound(), it.rule());
                    rules.computeIfPresent(
                            key, (_, known) -> known.supported(it.decision(), it.until()));
                    withoutDecisionSince.remove(key);
                }
                case RuleEntry.Overdue it ->
                        rules.computeIfPresent(
                                new Key(it.compound(), it.rule()), (_, known) -> known.late());
                case RuleEntry.Ended it -> rules.remove(new Key(it.compound(), it.rule()));
            }
        }
    }

    private void put(Entry entry, RuleEntry.InForce rule) {
        Key key = new Key(rule.compound(), rule.rule());
        rules.put(
                key,
                new RuleInForce(
                        rule.rule(),
                        rule.kind(),
                        rule.text(),
                        rule.decision(),
                        rule.executed(),
                        rule.checked(),
                        entry.at(),
                        rule.until(),
                        false,
                        rule.compound()));
        if (rule.decision() == null) {
            withoutDecisionSince.putIfAbsent(key, entry.at());
        } else {
            withoutDecisionSince.remove(key);
        }
    }

    Optional<RuleInForce> find(Key key) {
        return Optional.ofNullable(rules.get(key));
    }

    /// Whether the log speaks of it: it is in force, or was without a decision.
    boolean knows(Key key) {
        return rules.containsKey(key) || withoutDecisionSince.containsKey(key);
    }

    /// When a rule that stands without a decision has to end, if it comes into force now.
    Instant end(Key key, Instant now) {
        return withoutDecisionSince.getOrDefault(key, now).plus(RuleAuthority.WITHOUT_DECISION_MAX);
    }

    /// By compound and name; of each the compound is as the log has it.
    public List<RuleInForce> inForce() {
        return rules.values().stream()
                .sorted(Comparator.comparing(RulesInForce::place).thenComparing(RuleInForce::rule))
                .toList();
    }

    private static String place(RuleInForce rule) {
        CompoundId compound = rule.compound();
        return compound == null ? "" : compound.value();
    }
}
