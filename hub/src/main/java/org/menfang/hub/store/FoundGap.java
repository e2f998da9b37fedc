package org.menfang.hub.store;

import java.time.Instant;
import org.menfang.hub.fleet.GateName;
import org.menfang.hub.ingest.ChainGap;

/// A gap in the hub's copy of a stream, and when it was found.
public record FoundGap(GateName gate, ChainGap gap, Instant foundAt) {}
