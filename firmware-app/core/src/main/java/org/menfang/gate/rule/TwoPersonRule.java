package org.menfang.gate.rule;

import org.jspecify.annotations.Nullable;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.RuleName;

/// Where two persons are needed, another holder has come just before. A pass has no holder, so that
/// nobody could tell two passes of one person from two persons: it never counts. While the clock is
/// not trusted, a place that ever needs two persons needs them.
final class TwoPersonRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.TWO_PERSON;
    }

    @Override
    public Finding judge(Case asked) {
        if (!asked.table().needsTwoPersons(asked.point().id(), asked.time())) {
            return Finding.NOT_CONCERNED;
        }
        return judge(asked.holder(), asked.grounds().companion());
    }

    private static Finding judge(@Nullable Holder holder, @Nullable HolderId companion) {
        if (holder == null) {
            return new Finding.Denies(DenyReason.SECOND_PERSON_MISSING);
        }
        return companion == null
                ? new Finding.Wants(Finding.Step.SECOND_PERSON)
                : Finding.unless(!holder.id().equals(companion), DenyReason.SECOND_PERSON_MISSING);
    }
}
