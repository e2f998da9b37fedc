package org.menfang.gate.rule;

import org.menfang.vocabulary.RuleName;

/// One rule of admission. It looks at a case and at nothing else, and changes nothing.
interface Rule {
    RuleName name();

    Finding judge(Case asked);
}
