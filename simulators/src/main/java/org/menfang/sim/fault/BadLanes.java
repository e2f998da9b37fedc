package org.menfang.sim.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.device.SimulatedLane;
import org.menfang.sim.time.Chance;

/// What goes wrong with the loops of barriers.
final class BadLanes {
    private BadLanes() {}

    /// The detector of a loop has lost its coil or its power.
    static Fault loopSticks() {
        return new AtGates(
                FaultName.LOOP_STUCK,
                Rhythm.ofHours(1, 8, Duration.ofMinutes(1), Duration.ofHours(1)),
                (stage, gate) ->
                        oneLane(gate, stage.chance())
                                .map(BadLanes::breakLoop)
                                .orElseGet(() -> () -> {}));
    }

    private static Runnable breakLoop(SimulatedLane lane) {
        lane.breakDetector();
        return lane::mendDetector;
    }

    /// The next change of a loop reaches nobody, however soon it comes.
    static Fault losesEdges() {
        return AtGates.inAMoment(
                FaultName.LOOP_EDGE_LOST,
                Rhythm.ofMoments(0, 1),
                (stage, gate) -> oneLane(gate, stage.chance()).ifPresent(SimulatedLane::loseEdge));
    }

    private static Optional<SimulatedLane> oneLane(GateHouse gate, Chance chance) {
        List<SimulatedLane> lanes =
                gate.devices().doors().values().stream()
                        .flatMap(door -> door.lane().stream())
                        .toList();
        return lanes.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(lanes));
    }
}
