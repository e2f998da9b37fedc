package org.menfang.hub.roster;

import java.time.Instant;
import java.util.List;
import org.menfang.vocabulary.OperatorName;

/// Who is to be told now. Any thread may call it.
public interface OnCall {
    /// Those who are on duty, in the order in which they are told: volunteers, then the leader of
    /// the shift. Where nobody took over, the last shift still answers.
    List<OperatorName> onDuty(Instant now);

    /// Everybody who can be told.
    List<OperatorName> everybody();
}
