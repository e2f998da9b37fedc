package org.menfang.gate.rule;

import java.util.List;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Grounds.PassFacts;

/// A profile of the holder names this access point, or the pass does. What a pass names is what it
/// says itself and its issuer may open: both are in the facts of the pass.
///
/// The clock does not matter.
final class PermissionRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.PERMISSION;
    }

    @Override
    public Finding judge(Case asked) {
        PassFacts pass = asked.grounds().pass();
        if (pass != null) {
            List<AccessPointId> named = pass.accessPoints();
            return Finding.unless(
                    named != null && named.contains(asked.point().id()),
                    DenyReason.NOT_PERMITTED_HERE);
        }
        Holder holder = asked.holder();
        if (holder == null) {
            return Finding.NOT_CONCERNED;
        }
        boolean named = !asked.table().timetables(holder, asked.point().id()).isEmpty();
        return Finding.unless(named, DenyReason.NOT_PERMITTED_HERE);
    }
}
