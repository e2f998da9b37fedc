package org.menfang.gate.rule;

import org.menfang.rules.Holder;
import org.menfang.rules.Quarantine;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// The holder is not in quarantine, and neither is the household. On the way in nobody is asked:
/// whoever lives here gets home.
///
/// While the clock is not trusted a quarantine that is listed is in force, until it has ended for
/// certain.
final class QuarantineRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.QUARANTINE;
    }

    @Override
    public Finding judge(Case asked) {
        Holder holder = asked.holder();
        if (holder == null || asked.leadsInward()) {
            return Finding.NOT_CONCERNED;
        }
        for (Quarantine quarantine : asked.table().quarantines(holder)) {
            if (isInForce(quarantine, asked.time())) {
                return new Finding.Denies(DenyReason.QUARANTINED);
            }
        }
        return Finding.PASSES;
    }

    private static boolean isInForce(Quarantine quarantine, KnownTime time) {
        boolean begun = !time.trusted() || time.hasReached(quarantine.from());
        return begun && !time.hasReached(quarantine.until());
    }
}
