package org.menfang.gate.sqlite;

import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.Sha256;

/// What the database holds of rules.
public sealed interface RulesFound {
    /// A whole rule set, just as it was stored.
    ///
    /// @param digest what the bytes hash to that came
    /// @param textDigest what the text in them hashes to
    record Loaded(RuleSet rules, Sha256 digest, Sha256 textDigest) implements RulesFound {}

    /// No rule set was ever stored.
    record None() implements RulesFound {}

    /// What is stored is not what was stored: nothing of it may decide.
    record Damaged(String why) implements RulesFound {}
}
