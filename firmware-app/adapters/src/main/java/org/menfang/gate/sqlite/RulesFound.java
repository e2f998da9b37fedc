package org.menfang.gate.sqlite;

import org.menfang.rules.RuleSet;

/// What the database holds of rules.
public sealed interface RulesFound {
    /// A whole rule set, just as it was stored.
    record Loaded(RuleSet rules) implements RulesFound {}

    /// No rule set was ever stored.
    record None() implements RulesFound {}

    /// What is stored is not what was stored: nothing of it may decide.
    record Damaged(String why) implements RulesFound {}
}
