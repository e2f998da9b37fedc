package org.menfang.gate.rule;

import java.util.List;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.RuleName;

/// No door that is interlocked with this one is open or released. Whoever leaves by REX is not
/// asked, and nobody is while doors stand released because of fire. It does not hang on the time.
final class InterlockRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.INTERLOCK;
    }

    @Override
    public Finding judge(Case asked) {
        List<DoorId> busy = asked.grounds().interlocked();
        return busy == null
                ? Finding.NOT_CONCERNED
                : Finding.unless(busy.isEmpty(), DenyReason.INTERLOCKED);
    }
}
