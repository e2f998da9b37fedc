package org.menfang.hub.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.menfang.vocabulary.CompoundId;

/// An area of the hub that knows what people did. Any thread may call it.
@FunctionalInterface
public interface TimelineSource {
    /// What belongs to the span and, where it is about a gate, to the gates of an incident.
    List<HubAct> of(CompoundId compound, IncidentFacts facts);

    /// Something that people did at the hub.
    ///
    /// @param by empty where nobody is known
    /// @param key of the sentence about it
    /// @param values what the sentence is filled with; a value that is a key of a text itself
    ///   begins with a `#`
    record HubAct(Instant at, String by, String place, String key, Map<String, String> values) {
        public HubAct {
            values = Map.copyOf(values);
        }
    }
}
