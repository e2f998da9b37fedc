package org.menfang.gate.rule;

import java.util.Arrays;
import org.menfang.pass.PassFault;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Grounds.PassFacts;

/// A pass could be read, is signed by an issuer whom the compound accepts, and is for this
/// compound. A pass that does not say what it opens, and when, is none.
///
/// The clock does not matter.
final class PassGenuineRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.PASS_GENUINE;
    }

    @Override
    public Finding judge(Case asked) {
        PassFacts pass = asked.grounds().pass();
        if (pass == null) {
            return Finding.NOT_CONCERNED;
        }
        String fault = pass.fault();
        return fault == null
                ? Finding.unless(saysAll(pass), DenyReason.PASS_MALFORMED)
                : new Finding.Denies(reasonOf(fault));
    }

    private static boolean saysAll(PassFacts pass) {
        return pass.pass() != null
                && pass.kind() != null
                && pass.accessPoints() != null
                && pass.notBefore() != null
                && pass.expires() != null;
    }

    /// A fault that another version of the gate named is a fault all the same.
    private static DenyReason reasonOf(String fault) {
        return Arrays.stream(PassFault.values())
                .filter(each -> each.name().equals(fault))
                .map(PassFault::reason)
                .findFirst()
                .orElse(DenyReason.PASS_MALFORMED);
    }
}
