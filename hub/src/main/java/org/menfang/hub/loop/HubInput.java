package org.menfang.hub.loop;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.people.People;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.GateIdentity;

/// A fact that the outside tells the hub.
public sealed interface HubInput {
    /// A gate sent something.
    ///
    /// @param retained whether the broker had kept it
    /// @param receipt tells the broker that the hub is done with it
    @SuppressWarnings("ArrayRecordComponent") // A message is handed over, never compared.
    record MessageArrived(String topic, byte[] payload, boolean retained, Runnable receipt)
            implements HubInput {}

    /// The link to the broker stands.
    record LinkUp() implements HubInput {}

    record LinkLost(String why) implements HubInput {}

    /// A person asks for something.
    record ActRequested(Act act, OperatorName by, CompletableFuture<ActOutcome> answer)
            implements HubInput {}

    record PeopleImported(People people) implements HubInput {}

    /// Time has passed.
    record TimeIsDue() implements HubInput {}

    /// What a person can ask for.
    sealed interface Act {
        record OnDoor(GateIdentity gate, DoorId door, DoorAct act) implements Act {}

        record HoldOpen(GateIdentity gate, DoorId door, int minutes) implements Act {}

        record SetLevel(GateIdentity gate, SiteLevel level, @Nullable Integer minutes)
                implements Act {}

        record AssistEntry(GateIdentity gate, AccessPointId accessPoint, HolderId holder)
                implements Act {}

        record AcknowledgeAlarm(AlarmRef alarm) implements Act {}

        record ResetAlarm(AlarmRef alarm) implements Act {}
    }
}
