package org.menfang.gate.rule;

import java.util.List;
import org.menfang.rules.Quota;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Grounds;

/// The household has uses of every quota left that counts here. Nobody is kept from coming home by
/// it: on the way in from outside nothing counts.
final class QuotaRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.QUOTA;
    }

    @Override
    public Finding judge(Case asked) {
        List<Grounds.QuotaUse> uses = asked.grounds().quotaUses();
        if (uses == null || uses.isEmpty() || asked.comesFromOutside()) {
            return Finding.NOT_CONCERNED;
        }
        PlaceIndex places = asked.table().places();
        for (Grounds.QuotaUse use : uses) {
            Quota quota = places.quota(use.quota());
            if (quota != null && !hasUsesLeft(quota.usesMax(), places.gatesOf(quota.id()), use)) {
                return new Finding.Denies(DenyReason.QUOTA_USED_UP);
            }
        }
        return Finding.PASSES;
    }

    /// A gate grants while it knows of fewer uses than the quota has. A gate that cannot hear the
    /// others keeps to its share besides: the quota divided by the number of gates, rounded up.
    static boolean hasUsesLeft(int usesMax, int gates, Grounds.QuotaUse use) {
        int share = (usesMax + gates - 1) / gates;
        return use.known() < usesMax && (!use.apart() || use.own() < share);
    }
}
