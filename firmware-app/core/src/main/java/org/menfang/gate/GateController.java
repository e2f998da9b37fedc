package org.menfang.gate;

import java.util.List;
import java.util.Optional;
import org.menfang.gate.access.AccessTable;
import org.menfang.gate.port.SunTimes;
import org.menfang.site.Site;

/// Decides for one gate. It is the only owner of the gate's state; one thread calls it.
public final class GateController {
    /// Begins where the journal left off, with every door in its safe state and nothing decided.
    public GateController(Site site, SunTimes sunTimes, AccessTable table, JournalStart start) {}

    /// Takes one fact and answers with requests, in the order in which they are to be carried out.
    public List<Effect> step(Moment now, Input input) {
        return List.of();
    }

    /// When {@link Input.TimeIsDue} is to come next; empty if nothing is due.
    public Optional<MonotonicTime> wakeAt() {
        return Optional.empty();
    }
}
