package org.menfang.sim.people;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.device.Crowd;
import org.menfang.sim.device.SimulatedDoor;

/// The place before and behind one door, where people wait for each other.
final class Doorway {
    private final SimulatedDoor door;
    private final Crowd crowd;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private @Nullable Waiting inFront;

    Doorway(SimulatedDoor door, Crowd crowd) {
        this.door = door;
        this.crowd = crowd;
    }

    /// What somebody does at a door once it is their turn.
    interface Visit {
        /// Begins; the visitor says when they are done.
        void begin(Crowd.Figure figure, Runnable done);
    }

    SimulatedDoor door() {
        return door;
    }

    /// Somebody comes and waits for their turn.
    void enter(Crowd.Look look, Visit visit) {
        queue.add(new Waiting(crowd.comes(door.id(), look), visit));
        callNext();
    }

    private void callNext() {
        if (inFront == null && !queue.isEmpty()) {
            Waiting next = queue.remove();
            inFront = next;
            next.visit.begin(next.figure, this::leave);
        }
    }

    private void leave() {
        if (inFront != null) {
            crowd.goes(inFront.figure);
            inFront = null;
            callNext();
        }
    }

    private record Waiting(Crowd.Figure figure, Visit visit) {}
}
