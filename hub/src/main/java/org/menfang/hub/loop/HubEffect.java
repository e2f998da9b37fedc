package org.menfang.hub.loop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.GateIdentity;

/// A request of the hub to the outside. It is carried out after all that led to it is durable.
sealed interface HubEffect {
    /// Tell a gate what the hub holds.
    record Answer(GateIdentity gate, Acknowledgement acknowledgement) implements HubEffect {}

    record Send(Command command) implements HubEffect {}

    /// Tell a gate what another one of its compound granted.
    record TellPeer(GateIdentity to, GateId from, long after, List<String> texts)
            implements HubEffect {}

    /// Tell the gates of a compound that the hub is there.
    record Greet(CompoundId compound) implements HubEffect {}

    /// Tell a person what became of an act.
    record Settle(CompletableFuture<ActOutcome> answer, ActOutcome outcome) implements HubEffect {}
}
