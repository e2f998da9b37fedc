package org.menfang.hub.decision;

import org.menfang.hub.book.Verdict;

/// Takes a rule from the gates whose time is over.
@FunctionalInterface
public interface RuleWithdrawal {
    /// Publishes the rules of the compound again without it. Called under the lock of the book.
    ///
    /// @param rule names its compound
    /// @return what is written down of it, or why it could not be done
    Verdict takeBack(RuleInForce rule);
}
