package org.menfang.sim;

import java.util.List;
import java.util.Map;
import org.menfang.sim.check.Violation;

/// What came of a simulation.
///
/// @param trace every deed and every event, one a line, in order
/// @param events how many events of each kind the gate wrote
/// @param violations promises that were not kept
/// @param deeds how often people did what
public record SimulationResult(
        int days,
        String trace,
        Map<String, Integer> events,
        List<Violation> violations,
        Map<String, Integer> deeds) {}
