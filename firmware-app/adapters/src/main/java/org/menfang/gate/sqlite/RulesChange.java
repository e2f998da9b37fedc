package org.menfang.gate.sqlite;

import org.menfang.vocabulary.Sha256;

/// What became of replacing the rule set.
public sealed interface RulesChange {
    /// It is in force and durable, whole.
    ///
    /// @param digest what the set as stored hashes to
    record Replaced(Sha256 digest) implements RulesChange {}

    /// The set is not acceptable; the one before it stays in force.
    record Refused(String why) implements RulesChange {}

    /// The disk did not take it; the one before it stays in force.
    record Failed(String why) implements RulesChange {}
}
