package org.menfang.gate.port;

import org.menfang.vocabulary.EventStream;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// The way to the hub. Its methods never block; what cannot be sent is dropped, since the outbox
/// sends again what is not acknowledged and the next state replaces the last.
public interface HubLink {
    void publish(EventStream stream, long fromSeq, long toSeq);

    void publishState(GateState state);

    void announceLife(GateLife life);

    void reportResult(CommandResult result);
}
