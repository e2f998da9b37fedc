package org.menfang.gate.rule;

import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// What the rules together say to one inquiry.
public sealed interface Decision {
    /// What was asked.
    Case asked();

    record Granted(Case asked) implements Decision {}

    /// @param by the rule that decided: the first that denied
    record Denied(Case asked, DenyReason reason, RuleName by) implements Decision {}

    /// Everything else is fine; one more thing has to be done at the reader.
    record Wanted(Case asked, Finding.Step step, RuleName by) implements Decision {}
}
