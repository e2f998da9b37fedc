package org.menfang.gate.rule;

import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Grounds.PassFacts;

/// The pass has uses left, all its forms counted together.
///
/// The clock does not matter.
final class PassUsesRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.PASS_USES;
    }

    @Override
    public Finding judge(Case asked) {
        PassFacts pass = asked.grounds().pass();
        Integer usesMax = pass == null ? null : pass.usesMax();
        if (pass == null || usesMax == null) {
            return Finding.NOT_CONCERNED;
        }
        Integer uses = pass.uses();
        return Finding.unless((uses == null ? 0 : uses) < usesMax, DenyReason.PASS_USED_UP);
    }
}
