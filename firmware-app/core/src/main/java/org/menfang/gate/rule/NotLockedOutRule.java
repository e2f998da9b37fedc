package org.menfang.gate.rule;

import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// The credential is not locked out after wrong tries. The door is never locked out.
///
/// The clock does not matter here: when a lockout ends is counted where it is kept.
final class NotLockedOutRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.NOT_LOCKED_OUT;
    }

    @Override
    public Finding judge(Case asked) {
        Boolean lockedOut = asked.grounds().lockedOut();
        return lockedOut == null
                ? Finding.NOT_CONCERNED
                : Finding.unless(!lockedOut, DenyReason.LOCKED_OUT);
    }
}
