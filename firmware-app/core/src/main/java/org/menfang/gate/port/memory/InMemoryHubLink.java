package org.menfang.gate.port.memory;

import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.port.HubLink;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// A link that keeps what was sent until somebody takes it.
public final class InMemoryHubLink implements HubLink {
    private final List<Sent> sent = new ArrayList<>();

    public InMemoryHubLink() {}

    /// Something that was sent.
    public sealed interface Sent {
        record Events(EventStream stream, long fromSeq, long toSeq) implements Sent {}

        record State(GateState state) implements Sent {}

        record Life(GateLife life) implements Sent {}

        record Result(CommandResult result) implements Sent {}
    }

    @Override
    public void publish(EventStream stream, long fromSeq, long toSeq) {
        sent.add(new Sent.Events(stream, fromSeq, toSeq));
    }

    @Override
    public void publishState(GateState state) {
        sent.add(new Sent.State(state));
    }

    @Override
    public void announceLife(GateLife life) {
        sent.add(new Sent.Life(life));
    }

    @Override
    public void reportResult(CommandResult result) {
        sent.add(new Sent.Result(result));
    }

    /// All that was sent since the last call, in order.
    public List<Sent> takeSent() {
        List<Sent> all = List.copyOf(sent);
        sent.clear();
        return all;
    }
}
