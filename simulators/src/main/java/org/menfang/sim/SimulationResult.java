package org.menfang.sim;

import java.util.List;
import java.util.Map;
import org.menfang.sim.check.Violation;

/// What came of a simulation.
///
/// @param traceHash what every deed, event and fault hash to, in order
/// @param events how many events of each kind the gates wrote
/// @param violations promises that were not kept
/// @param deeds how often people did what
/// @param faults how often each fault struck
public record SimulationResult(
        SimulationPlan plan,
        String traceHash,
        Map<String, Integer> events,
        List<Violation> violations,
        Map<String, Integer> deeds,
        Map<String, Integer> faults) {}
