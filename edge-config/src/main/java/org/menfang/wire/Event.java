package org.menfang.wire;

import java.time.Instant;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.TimeTrust;

/// One thing that happened at one gate.
///
/// @param boot how often the gate had started when it wrote this; 1 and up
/// @param time the gate's wall clock, to the millisecond
/// @param trust how far that clock could be believed
public record Event(
        CompoundId compound,
        GateId gate,
        EventPosition position,
        long boot,
        Instant time,
        TimeTrust trust,
        EventBody body) {
    public Event {
        if (boot < 1) {
            throw new IllegalArgumentException("starts are counted from 1: " + boot);
        }
    }
}
