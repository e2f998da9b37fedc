package org.menfang.hub.keep;

import java.time.Instant;
import java.util.Set;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// What must stay, however old it is, since people still work on it.
public interface Held {
    Set<Sha256> pictures();

    /// From when on the events of a gate stay; {@link Instant#MAX} if none is held.
    Instant eventsFrom(GateIdentity gate);
}
