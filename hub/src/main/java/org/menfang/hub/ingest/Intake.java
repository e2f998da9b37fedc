package org.menfang.hub.ingest;

import java.util.List;
import org.menfang.wire.json.ReceivedEvent;

/// What becomes of a batch.
///
/// @param next the stream after it
/// @param fresh the events to store, in order
/// @param findings what else there is to say
/// @param answer whether the gate is to be told what the hub holds, after the commit
public record Intake(
        StreamIngest next, List<ReceivedEvent> fresh, List<Finding> findings, boolean answer) {
    public Intake {
        fresh = List.copyOf(fresh);
        findings = List.copyOf(findings);
    }
}
