package org.menfang.sim.bug;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.menfang.hub.loop.GateWire;
import org.menfang.hub.store.ForwardingHubStore;
import org.menfang.hub.store.HubChanges;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.StoredEvent;
import org.menfang.sim.compound.Seams;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.GateIdentity;

/// Hubs that store and say the wrong things.
final class HubBugs {
    private static final int EVERY = 7;

    private HubBugs() {}

    /// Events are changed on their way to the store.
    private static Seams storing(UnaryOperator<List<StoredEvent>> change) {
        return new Seams() {
            @Override
            public HubStore store(HubStore store) {
                return new Careless(store, change);
            }
        };
    }

    /// Says that it has committed, and has kept nothing.
    static Seams acknowledgesBeforeCommit() {
        return storing(events -> List.of());
    }

    /// Loses one event of a few.
    static Seams loses() {
        return storing(
                events -> events.stream().filter(each -> each.number() % EVERY != 0).toList());
    }

    /// Stores another text than came.
    static Seams altersTexts() {
        return storing(events ->
                events.stream()
                        .map(each ->
                                new StoredEvent(
                                        each.number(),
                                        each.gate(),
                                        each.position(),
                                        each.heardAt(),
                                        each.hash(),
                                        each.text().replace("\"TRUSTED\"", "\"UNTRUSTED\"")))
                        .toList());
    }

    static Seams wrongHashes() {
        return storing(events ->
                events.stream()
                        .map(each ->
                                new StoredEvent(
                                        each.number(),
                                        each.gate(),
                                        each.position(),
                                        each.heardAt(),
                                        Sha256.of(each.text() + " "),
                                        each.text()))
                        .toList());
    }

    /// Never tells a gate what another one granted.
    static Seams keepsPeersApart() {
        return saying(true, false);
    }

    /// Never tells a gate what it holds.
    static Seams neverAnswers() {
        return saying(false, true);
    }

    private static Seams saying(boolean answers, boolean tellsPeers) {
        return new Seams() {
            @Override
            public GateWire wire(GateWire wire) {
                return new Taciturn(wire, answers, tellsPeers);
            }
        };
    }

    private record Taciturn(GateWire wire, boolean answers, boolean tellsPeers)
            implements GateWire {
        @Override
        public void answer(GateIdentity gate, Acknowledgement acknowledgement) {
            if (answers) {
                wire.answer(gate, acknowledgement);
            }
        }

        @Override
        public void send(Command command, Duration expiry) {
            wire.send(command, expiry);
        }

        @Override
        public void tellPeer(GateIdentity to, GateId from, long after, List<String> texts) {
            if (tellsPeers) {
                wire.tellPeer(to, from, after, texts);
            }
        }

        @Override
        public void greet(CompoundId compound) {
            wire.greet(compound);
        }
    }

    private record Careless(HubStore to, UnaryOperator<List<StoredEvent>> change)
            implements ForwardingHubStore {
        @Override
        public CommitOutcome commit(HubChanges changes) {
            return to.commit(
                    new HubChanges(
                            changes.gates(),
                            change.apply(changes.events()),
                            changes.alarms(),
                            changes.pictures(),
                            changes.gaps(),
                            changes.quarantined()));
        }
    }
}
