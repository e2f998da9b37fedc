package org.menfang.gate.rule;

import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// The door obeys credentials: it is neither blocked nor locked down.
///
/// The clock does not matter.
final class DoorModeRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.DOOR_MODE;
    }

    @Override
    public Finding judge(Case asked) {
        return switch (asked.grounds().doorMode()) {
            case BLOCKED -> new Finding.Denies(DenyReason.DOOR_BLOCKED);
            case LOCKED_DOWN -> new Finding.Denies(DenyReason.DOOR_LOCKED_DOWN);
            case LOCKED, UNLOCKED, ACCESSED, LOCKED_OPEN -> Finding.PASSES;
        };
    }
}
