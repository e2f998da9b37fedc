package org.menfang.sim.check;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.menfang.hub.store.StoredEvent;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.EventPosition;
import org.menfang.wire.Topics;

/// What the hub acknowledges is durable there at that moment; and what is durable there is what the
/// gates wrote: each event once, in order, in an unbroken chain.
final class HubHoldsWhatGatesWrote implements Check {
    private final Compound compound;
    private final Excuses excuses;

    HubHoldsWhatGatesWrote(Compound compound, Excuses excuses) {
        this.compound = compound;
        this.excuses = excuses;
    }

    @Override
    public String promise() {
        return "what was acknowledged is on the hub once, in order, in an unbroken chain";
    }

    @Override
    public void onMessage(Instant now, String topic, byte[] payload, Report report) {
        if (!topic.endsWith("/ack") || excuses.mayBeForged()) {
            return;
        }
        for (GateHouse gate : compound.houses()) {
            Topics topics = new Topics(gate.site().compound(), gate.id());
            if (topic.equals(topics.acknowledgement())
                    && Json.parse(payload, Acknowledgement.class)
                            instanceof Parsed.Read<Acknowledgement>(var said)) {
                mustHold(now, gate, said, report);
            }
        }
    }

    private void mustHold(Instant now, GateHouse gate, Acknowledgement said, Report report) {
        if (said.seq() == 0 || excuses.hubMayHaveGoneBack()) {
            return;
        }
        Optional<Sha256> held =
                compound.hub().store().hashOf(gate.identity(), said.stream(), said.seq());
        if (!held.equals(Optional.of(said.hash()))) {
            report.violated(now, gate.id() + ": acknowledged and not held: " + said);
        }
    }

    @Override
    public void onEnd(Instant now, Report report) {
        Set<String> seen = new HashSet<>();
        try (Stream<StoredEvent> all = compound.hub().store().all()) {
            all.forEach(event -> {
                String name = event.gate() + " " + event.position();
                if (!seen.add(name)) {
                    report.violated(now, "stored twice: " + name);
                }
            });
        }
        for (GateHouse gate : compound.houses()) {
            for (EventStream stream : EventStream.values()) {
                followChain(now, gate, stream, report);
            }
        }
    }

    private boolean holdsMore(GateHouse gate, EventStream stream, long missing) {
        for (long seq = missing + 1; seq <= gate.disk().length(stream); seq++) {
            if (compound.hub().store().hashOf(gate.identity(), stream, seq).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// A disk that lied, or a bit that flipped, leaves a gap that the hub names; nothing else may.
    private void followChain(Instant now, GateHouse gate, EventStream stream, Report report) {
        if (excuses.mayHaveLostEvents(gate.id())) {
            return;
        }
        Sha256 before = Sha256.ZERO;
        for (long seq = 1; seq <= gate.disk().length(stream); seq++) {
            Optional<StoredEvent> stored =
                    compound.hub().store().find(gate.identity(), new EventPosition(stream, seq));
            if (stored.isEmpty()) {
                // The newest ones may be on their way; that they arrive is another promise.
                if (holdsMore(gate, stream, seq)) {
                    report.violated(now, gate.id() + ": the hub lacks " + stream + " " + seq);
                }
                return;
            }
            String text = stored.get().text();
            String name = gate.id() + " " + stream.wireName() + " " + seq;
            if (!text.equals(gate.disk().text(stream, seq))) {
                report.violated(now, "the hub holds another text than the gate: " + name);
            }
            if (!text.contains("\"prevhash\":\"" + before.value() + "\"")) {
                report.violated(now, "the chain is broken before " + name);
            }
            before = Sha256.of(text);
            if (!before.equals(stored.get().hash())) {
                report.violated(now, "the hub has a wrong hash for " + name);
            }
        }
    }
}
