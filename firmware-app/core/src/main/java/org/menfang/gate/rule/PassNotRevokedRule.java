package org.menfang.gate.rule;

import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Grounds.PassFacts;

/// The pass has not been taken back.
///
/// The clock does not matter: a pass stays taken back for as long as the set lists it.
final class PassNotRevokedRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.PASS_NOT_REVOKED;
    }

    @Override
    public Finding judge(Case asked) {
        PassFacts facts = asked.grounds().pass();
        PassId pass = facts == null ? null : facts.pass();
        return pass == null
                ? Finding.NOT_CONCERNED
                : Finding.unless(!asked.table().isRevoked(pass), DenyReason.PASS_REVOKED);
    }
}
