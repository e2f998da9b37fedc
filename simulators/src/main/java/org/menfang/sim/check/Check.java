package org.menfang.sim.check;

import java.time.Instant;
import org.menfang.sim.people.Deed;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;

/// Watches one promise. It hears what people really did and what the gates wrote, each when it
/// happened, and the time now and then.
public interface Check {
    /// How a check tells that its promise was broken.
    interface Report {
        void violated(Instant time, String what);
    }

    /// The promise in one short sentence.
    String promise();

    default void onDeed(Instant now, GateId gate, Deed deed, Report report) {}

    /// An event is durable on the disk of its gate.
    default void onEvent(Event event, Report report) {}

    /// An event of either stream is durable on the disk of its gate.
    ///
    /// @param text as it stands there
    default void onDurable(Instant now, Event event, String text, Report report) {}

    /// A message has reached the broker, whoever sent it.
    default void onMessage(Instant now, String topic, byte[] payload, Report report) {}

    /// Comes every minute of the simulated day.
    default void onMinute(Instant now, Report report) {}

    /// Nothing more happens: all faults are over, and everything had its time to settle.
    default void onEnd(Instant now, Report report) {}
}
