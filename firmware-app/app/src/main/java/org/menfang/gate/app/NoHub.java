package org.menfang.gate.app;

import org.menfang.gate.port.HubLink;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// The link of a gate that stands alone. Nobody ever acknowledges anything, so the journal keeps
/// what it can.
final class NoHub implements HubLink {
    @Override
    public void publish(EventStream stream, long fromSeq, long toSeq) {}

    @Override
    public void publishState(GateState state) {}

    @Override
    public void announceLife(GateLife life) {}

    @Override
    public void reportResult(CommandResult result) {}
}
