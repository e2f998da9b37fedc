package org.menfang.hub.store;

import java.time.Instant;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;

/// One event as the store keeps it.
///
/// @param number counts all events of all gates in the order in which they were stored
/// @param heardAt by the hub's clock
/// @param hash of the text
/// @param text its canonical text
public record StoredEvent(
        long number,
        GateIdentity gate,
        EventPosition position,
        Instant heardAt,
        Sha256 hash,
        String text) {}
