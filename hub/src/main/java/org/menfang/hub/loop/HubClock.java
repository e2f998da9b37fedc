package org.menfang.hub.loop;

import java.time.Instant;
import org.menfang.hub.fleet.HubMoment;

/// Tells the time.
@FunctionalInterface
public interface HubClock {
    HubMoment now();

    /// The clocks of this machine.
    static HubClock ofMachine() {
        long start = System.nanoTime();
        return () -> new HubMoment(Instant.now(), (System.nanoTime() - start) / 1_000_000);
    }
}
