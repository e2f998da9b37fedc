package org.menfang.gate.local;

import org.menfang.gate.rules.RuleSearch;

/// What a gate has recorded: its events, and the rule sets by which it decided.
public interface Records {
    /// The canonical text of an event of the complete stream.
    EventSearch event(long seq);

    /// The rule set of a version.
    RuleSearch rules(long version);

    /// Lets the file of the database be copied while it is written; that of a database that nobody
    /// writes is copied as it is.
    default HeldFile heldFile() {
        throw new UnsupportedOperationException("nobody writes this database");
    }
}
