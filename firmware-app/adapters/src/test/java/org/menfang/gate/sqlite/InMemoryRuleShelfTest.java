package org.menfang.gate.sqlite;

import org.menfang.gate.rules.InMemoryRuleShelf;
import org.menfang.gate.rules.RuleShelf;

/// The contract of shelves, kept by the one that tests use.
class InMemoryRuleShelfTest implements RuleShelfContract {
    @Override
    public RuleShelf emptyShelf() {
        return new InMemoryRuleShelf();
    }
}
