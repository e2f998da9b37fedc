package org.menfang.gate.rule;

import org.menfang.rules.AreaRule;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// There is room in the area where this leads, besides the others who are there or have been let in
/// and are about to pass. It does not hang on the time.
final class OccupancyRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.OCCUPANCY;
    }

    @Override
    public Finding judge(Case asked) {
        AreaRule rule = asked.table().areaRule(asked.point().to());
        Integer most = rule == null ? null : rule.occupantsMax();
        Integer occupants = asked.grounds().occupants();
        if (most == null || occupants == null || asked.leadsOutside()) {
            return Finding.NOT_CONCERNED;
        }
        return Finding.unless(occupants < most, DenyReason.AREA_FULL);
    }
}
