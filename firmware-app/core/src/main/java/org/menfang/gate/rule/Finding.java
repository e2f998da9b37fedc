package org.menfang.gate.rule;

import org.menfang.vocabulary.DenyReason;

/// What one rule says to one inquiry.
public sealed interface Finding {
    Finding PASSES = new Passes();
    Finding NOT_CONCERNED = new NotConcerned();

    /// The rule looked, and has nothing against it.
    record Passes() implements Finding {}

    /// The rule has nothing to say here.
    record NotConcerned() implements Finding {}

    record Denies(DenyReason reason) implements Finding {}

    /// The rule needs one more thing before it can say yes.
    record Wants(Step step) implements Finding {}

    /// What somebody can still do at the reader.
    enum Step {
        /// Enter the PIN of the card.
        PIN,
        /// Let a second holder show a credential.
        SECOND_PERSON
    }

    static Finding unless(boolean good, DenyReason reason) {
        return good ? PASSES : new Denies(reason);
    }
}
