package org.menfang.sim.crash;

import java.util.List;

/// What came of many cuts of one kind of program.
///
/// @param acknowledged how many things the programs had said are durable
/// @param lost how many of them were not there afterwards
/// @param corrupt after how many cuts something was there that cannot be right
/// @param bytesUnsynced what was written and not synced when the power was cut
/// @param bytesLost how much of that did not reach the disk
/// @param failures what was wrong, and how to see it again
public record Tally(
        String title,
        int cuts,
        long acknowledged,
        long lost,
        int corrupt,
        long bytesUnsynced,
        long bytesLost,
        double seconds,
        List<String> failures) {
    public Tally {
        failures = List.copyOf(failures);
    }
}
