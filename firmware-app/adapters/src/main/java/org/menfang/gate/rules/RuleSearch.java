package org.menfang.gate.rules;

import org.menfang.rules.signed.RuleParcel;

/// What came of looking for the rule set of a version.
public sealed interface RuleSearch {
    record Found(RuleParcel parcel) implements RuleSearch {}

    /// It is not kept: it never came, or it is too old.
    record NotKept() implements RuleSearch {}

    /// It is kept, and cannot be read.
    record Unreadable(String why) implements RuleSearch {}
}
