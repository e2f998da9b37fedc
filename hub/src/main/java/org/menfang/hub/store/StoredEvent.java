package org.menfang.hub.store;

import java.time.Instant;
import org.menfang.hub.fleet.GateName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventPosition;

/// One event as the store keeps it.
///
/// @param number counts all events of all gates in the order in which they were stored
/// @param heardAt by the hub's clock
/// @param hash of the text
/// @param text its canonical text
public record StoredEvent(
        long number,
        GateName gate,
        EventPosition position,
        Instant heardAt,
        Sha256 hash,
        String text) {}
