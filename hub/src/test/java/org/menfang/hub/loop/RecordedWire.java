package org.menfang.hub.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.GateIdentity;

/// A wire that leads nowhere and remembers what was said.
final class RecordedWire implements GateWire {
    private record StreamKey(GateIdentity gate, EventStream stream) {}

    final List<Command> commands = new ArrayList<>();
    final List<String> peers = new ArrayList<>();
    final List<CompoundId> greeted = new ArrayList<>();
    private final Map<StreamKey, Acknowledgement> last = new HashMap<>();

    @Override
    public void answer(GateIdentity gate, Acknowledgement acknowledgement) {
        last.put(new StreamKey(gate, acknowledgement.stream()), acknowledgement);
    }

    @Override
    public void send(Command command, Duration expiry) {
        commands.add(command);
    }

    @Override
    public void tellPeer(GateIdentity to, GateId from, long after, List<String> texts) {
        peers.add(to + " of " + from + " after " + after + ": " + texts.size());
    }

    @Override
    public void greet(CompoundId compound) {
        greeted.add(compound);
    }

    /// What the gate was told last of a stream; 0 for nothing, and -1 where nothing was said.
    long told(GateIdentity gate, EventStream stream) {
        Acknowledgement said = last.get(new StreamKey(gate, stream));
        return said == null ? -1 : said.seq();
    }

    Acknowledgement said(GateIdentity gate, EventStream stream) {
        Acknowledgement said = last.get(new StreamKey(gate, stream));
        if (said == null) {
            throw new AssertionError("nothing was said to " + gate);
        }
        return said;
    }

    void forget() {
        last.clear();
    }
}
