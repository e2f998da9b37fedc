package org.menfang.sim.crash;

import java.util.List;
import java.util.Map;

/// What came of killing the programs of one compound.
///
/// @param blows how often each was struck
/// @param inBatch how often a hub was killed between two writes of one transaction
/// @param deeds what people did meanwhile
/// @param events how many the gate wrote, of both streams
/// @param lost how many of them the hub does not hold though it could
/// @param leftFiles how many files nobody needs any more
/// @param failures what was wrong, and how to see it again
public record KillTally(
        String title,
        Map<Blow, Integer> blows,
        int inBatch,
        long deeds,
        long events,
        long lost,
        int leftFiles,
        double seconds,
        List<String> failures) {
    public KillTally {
        blows = Map.copyOf(blows);
        failures = List.copyOf(failures);
    }

    int kills() {
        return blows.values().stream().mapToInt(Integer::intValue).sum();
    }
}
