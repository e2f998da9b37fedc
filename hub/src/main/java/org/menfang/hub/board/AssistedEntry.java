package org.menfang.hub.board;

import java.util.concurrent.CompletionStage;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;

/// Lets somebody in by a volunteer's word: an elder without the card, a child. All rules apply but
/// those about what is shown. Any thread may call it.
@FunctionalInterface
public interface AssistedEntry {
    /// Done when the gate has confirmed.
    CompletionStage<ActOutcome> letIn(
            CompoundId compound,
            GateId gate,
            AccessPointId accessPoint,
            HolderId holder,
            OperatorName by);
}
