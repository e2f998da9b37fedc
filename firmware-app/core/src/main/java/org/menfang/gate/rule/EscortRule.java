package org.menfang.gate.rule;

import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.RuleName;

/// Somebody who needs an escort comes just after one: after a holder of a kind that needs none.
final class EscortRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.ESCORT;
    }

    @Override
    public Finding judge(Case asked) {
        AccessPointRule rule = asked.table().accessPointRule(asked.point().id());
        HolderKind kind = asked.kind();
        if (rule == null || kind == null || !rule.escorted().contains(kind)) {
            return Finding.NOT_CONCERNED;
        }
        return Finding.unless(
                isEscort(asked, rule, asked.grounds().companion()), DenyReason.ESCORT_MISSING);
    }

    private static boolean isEscort(
            Case asked, AccessPointRule rule, @Nullable HolderId companion) {
        Holder escort = companion == null ? null : asked.table().holder(companion);
        return escort != null && !rule.escorted().contains(escort.kind());
    }
}
