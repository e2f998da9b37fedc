package org.menfang.gate.rule;

import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// The credential, or the holder whom a volunteer lets in, is in the rule set; or a pass stands for
/// itself.
///
/// The clock does not matter.
final class KnownRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.KNOWN;
    }

    @Override
    public Finding judge(Case asked) {
        return asked.isPass() || asked.isUnreadable()
                ? Finding.NOT_CONCERNED
                : Finding.unless(asked.holder() != null, DenyReason.UNKNOWN_CREDENTIAL);
    }
}
