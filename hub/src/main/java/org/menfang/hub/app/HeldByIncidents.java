package org.menfang.hub.app;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Supplier;
import org.menfang.hub.incident.IncidentBook;
import org.menfang.hub.incident.IncidentBook.HeldSpan;
import org.menfang.hub.keep.Held;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// What belongs to incidents on which people still work.
record HeldByIncidents(Supplier<IncidentBook> incidents) implements Held {
    @Override
    public Set<Sha256> pictures() {
        return incidents.get().heldPictures();
    }

    @Override
    public Instant eventsFrom(GateIdentity gate) {
        return incidents.get().heldSpans().stream()
                .filter(span -> span.compound().equals(gate.compound()))
                .filter(span -> span.gates().contains(gate.gate()))
                .map(HeldSpan::from)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
