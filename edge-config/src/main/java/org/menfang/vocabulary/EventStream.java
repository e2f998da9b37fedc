package org.menfang.vocabulary;

import java.util.Locale;

/// One of the two ordered streams that a gate writes, each with its own sequence and its own hash
/// chain.
public enum EventStream {
    /// Everything that happened, alarms included.
    EVENTS,
    /// Alarms only; goes ahead of any backlog of events.
    ALARMS;

    /// The name as it stands in topics and in JSON.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
