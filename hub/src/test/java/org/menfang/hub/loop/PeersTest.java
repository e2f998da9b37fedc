package org.menfang.hub.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState;

class PeersTest extends LoopWithOneGate {
    private static final GateIdentity SOUTH =
            new GateIdentity(NORTH.compound(), new GateId("south"));

    private final GateJournal south = new GateJournal(SOUTH);

    @Test
    void a_gate_hears_what_another_one_granted_and_nothing_else() {
        bench.linkUp();
        southIsThere(List.of());
        grantAtNorth();
        assertEquals(List.of("elm-lane/south of north after 0: 2"), bench.wire.peers);
        southIsThere(List.of(new GateState.PeerPosition(NORTH.gate(), gate.last(EVENTS))));
        later();
        assertEquals(1, bench.wire.peers.size());
    }

    @Test
    void a_hub_that_starts_again_tells_what_a_gate_still_lacks() {
        bench.linkUp();
        southIsThere(List.of());
        grantAtNorth();
        bench = new LoopBench(store);
        bench.linkUp();
        southIsThere(List.of(new GateState.PeerPosition(NORTH.gate(), 2)));
        later();
        assertEquals(List.of("elm-lane/south of north after 2: 1"), bench.wire.peers);
    }

    @Test
    void what_came_in_the_moment_of_a_look_is_told_as_well() {
        bench.linkUp();
        southIsThere(List.of());
        bench.pass(HubLoop.TICK);
        grantAtNorth();
        later();
        assertEquals(List.of("elm-lane/south of north after 0: 2"), bench.wire.peers);
    }

    /// Its events 2 and 3 count for others.
    private void grantAtNorth() {
        gate.fill(EVENTS, 1);
        gate.append(EVENTS, granted(null));
        gate.append(EVENTS, new EventBody.AccessTaken(null, DOOR, List.of(2L)));
        gate.fill(EVENTS, 1);
        bench.offer(gate, EVENTS, 1, gate.last(EVENTS));
        bench.turn();
        later();
    }

    private void southIsThere(List<GateState.PeerPosition> holds) {
        bench.offer(south.name(), "life", life(true));
        bench.offer(south.name(), "state", stateHolding(holds));
        bench.turn();
    }

    private void later() {
        bench.pass(HubLoop.TICK);
        bench.turn();
    }
}
