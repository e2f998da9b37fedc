package org.menfang.gate.access;

import org.menfang.wire.Grounds;
import org.menfang.wire.Grounds.PassFacts;

/// What a grant uses up.
final class Usage {
    private Usage() {}

    /// Whether a grant on these grounds uses anything up: a use of a pass, the code of a moment, a
    /// tag's counter, a quota.
    static boolean usesUp(Grounds grounds) {
        PassFacts pass = grounds.pass();
        boolean ofPass = pass != null && (pass.usesMax() != null || pass.code() != null);
        boolean ofQuota = grounds.quotaUses() != null && !grounds.quotaUses().isEmpty();
        return ofPass || ofQuota || grounds.tag() != null;
    }
}
