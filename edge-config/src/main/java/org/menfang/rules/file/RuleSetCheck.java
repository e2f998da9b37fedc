package org.menfang.rules.file;

import java.util.List;
import org.menfang.rules.RuleSet;

/// What came of reading a rule set.
public sealed interface RuleSetCheck {
    record Good(RuleSet rules) implements RuleSetCheck {}

    /// @param faults in the order of the file; at least one, at most {@link
    ///   RuleSetFiles#FAULTS_MAX} and a last one that says so
    record Bad(List<RuleFault> faults) implements RuleSetCheck {
        public Bad {
            faults = List.copyOf(faults);
        }
    }
}
