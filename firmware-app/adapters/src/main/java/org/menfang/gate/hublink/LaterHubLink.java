package org.menfang.gate.hublink;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.port.HubLink;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// A link that begins later than its gate, which decides from its first moment on. Until then
/// everything is dropped: the journal keeps what is to be sent, and the link asks for it.
public final class LaterHubLink implements HubLink {
    private volatile @Nullable HubLink link;

    public LaterHubLink() {}

    /// From now on everything goes to this link.
    public void begin(HubLink begun) {
        link = begun;
    }

    @Override
    public void publish(EventStream stream, long fromSeq, long toSeq) {
        HubLink now = link;
        if (now != null) {
            now.publish(stream, fromSeq, toSeq);
        }
    }

    @Override
    public void publishState(GateState state) {
        HubLink now = link;
        if (now != null) {
            now.publishState(state);
        }
    }

    @Override
    public void announceLife(GateLife life) {
        HubLink now = link;
        if (now != null) {
            now.announceLife(life);
        }
    }

    @Override
    public void reportResult(CommandResult result) {
        HubLink now = link;
        if (now != null) {
            now.reportResult(result);
        }
    }
}
