package org.menfang.gate.access;

import org.menfang.rules.RuleSet;

/// The rights in force, ready to be asked. Immutable: a change makes a new table.
public final class AccessTable {
    private final long version;

    private AccessTable(RuleSet rules) {
        version = rules.version();
    }

    public static AccessTable of(RuleSet rules) {
        return new AccessTable(rules);
    }

    /// The version of the rule set; 0 for none.
    public long version() {
        return version;
    }
}
