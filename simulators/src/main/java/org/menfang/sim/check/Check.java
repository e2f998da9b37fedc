package org.menfang.sim.check;

import java.time.Instant;
import org.menfang.sim.people.Deed;
import org.menfang.wire.Event;

/// Watches one promise. It hears what people really did and what the gate wrote, each when it
/// happened, and the time now and then.
public interface Check {
    /// How a check tells that its promise was broken.
    interface Report {
        void violated(Instant time, String what);
    }

    /// The promise in one short sentence.
    String promise();

    default void onDeed(Instant now, Deed deed, Report report) {}

    default void onEvent(Event event, Report report) {}

    /// Comes every minute of the simulated day.
    default void onMinute(Instant now, Report report) {}
}
