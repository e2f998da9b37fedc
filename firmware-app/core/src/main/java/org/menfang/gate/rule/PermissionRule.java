package org.menfang.gate.rule;

import org.menfang.rules.Holder;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// A profile of the holder names this access point.
final class PermissionRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.PERMISSION;
    }

    @Override
    public Finding judge(Case asked) {
        Holder holder = asked.holder();
        if (holder == null) {
            return Finding.NOT_CONCERNED;
        }
        boolean named = !asked.table().timetables(holder, asked.point().id()).isEmpty();
        return Finding.unless(named, DenyReason.NOT_PERMITTED_HERE);
    }
}
