package org.menfang.hub.escalation;

import java.time.Instant;
import java.util.List;
import org.menfang.hub.board.Care.Step;
import org.menfang.hub.roster.OnCall;
import org.menfang.vocabulary.OperatorName;

/// Who is told at each step.
final class Contacts {
    private Contacts() {}

    /// The persons, in their order; empty where there is nobody beside the group.
    static List<OperatorName> of(Step step, OnCall onCall, Instant now) {
        List<OperatorName> duty = onCall.onDuty(now);
        return switch (step) {
            case NONE -> List.of();
            case FIRST -> duty.stream().limit(1).toList();
            case NEXT -> duty.size() > 1 ? List.of(duty.get(1)) : beside(duty, onCall);
            case EVERYONE -> onCall.everybody();
        };
    }

    /// Where one person is on duty alone, the first of the others.
    private static List<OperatorName> beside(List<OperatorName> duty, OnCall onCall) {
        return onCall.everybody().stream().filter(each -> !duty.contains(each)).limit(1).toList();
    }
}
