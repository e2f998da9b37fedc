package org.menfang.gate.rule;

import org.menfang.rules.LevelRule;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.RuleName;

/// The compound's level admits this kind of holder. On the way out nobody is asked. What a level
/// does to doors is not decided here, and fire and REX ask no rule at all.
///
/// The clock does not matter here: when a level ends is counted where it is kept.
final class SiteLevelRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.SITE_LEVEL;
    }

    @Override
    public Finding judge(Case asked) {
        LevelRule rule = asked.table().levelRule(asked.grounds().level());
        HolderKind kind = asked.kind();
        if (rule == null || kind == null || rule.admits().isEmpty() || asked.leadsOutward()) {
            return Finding.NOT_CONCERNED;
        }
        return Finding.unless(rule.admits().contains(kind), DenyReason.LEVEL_FORBIDS);
    }
}
