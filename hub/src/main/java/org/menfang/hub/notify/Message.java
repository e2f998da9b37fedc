package org.menfang.hub.notify;

import java.time.Instant;
import org.menfang.hub.notify.Notice.Urgency;

/// One notice on one way, until it was sent.
///
/// @param number counts all messages, 1 and up; less than 0 for one that could not be stored
/// @param tries how often it was tried in vain
/// @param nextAt not tried before
public record Message(
        long number,
        WayId way,
        String topic,
        Urgency urgency,
        String text,
        Instant madeAt,
        Instant useUntil,
        int tries,
        Instant nextAt) {
    boolean isOver(Instant now) {
        return !now.isBefore(useUntil);
    }

    Message triedInVain(Instant again) {
        return new Message(number, way, topic, urgency, text, madeAt, useUntil, tries + 1, again);
    }

    Message numbered(long another) {
        return new Message(another, way, topic, urgency, text, madeAt, useUntil, tries, nextAt);
    }
}
