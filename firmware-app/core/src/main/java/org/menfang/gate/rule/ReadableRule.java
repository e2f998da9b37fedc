package org.menfang.gate.rule;

import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// The reader delivered something that is a credential at all.
///
/// The clock does not matter.
final class ReadableRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.READABLE;
    }

    @Override
    public Finding judge(Case asked) {
        return Finding.unless(!asked.isUnreadable(), DenyReason.UNREADABLE_CREDENTIAL);
    }
}
