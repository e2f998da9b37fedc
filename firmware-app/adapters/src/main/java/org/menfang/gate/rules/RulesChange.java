package org.menfang.gate.rules;

/// What became of putting a rule set in force.
public sealed interface RulesChange {
    /// It is in force and durable, whole.
    record Replaced() implements RulesChange {}

    /// The set is not acceptable; the one before it stays in force.
    record Refused(String why) implements RulesChange {}

    /// The disk did not take it; the one before it stays in force.
    record Failed(String why) implements RulesChange {}
}
