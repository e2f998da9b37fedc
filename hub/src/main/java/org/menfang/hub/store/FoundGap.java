package org.menfang.hub.store;

import java.time.Instant;
import org.menfang.hub.ingest.ChainGap;
import org.menfang.wire.GateIdentity;

/// A gap in the hub's copy of a stream, and when it was found.
public record FoundGap(GateIdentity gate, ChainGap gap, Instant foundAt) {}
