package org.menfang.hub.notify;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// How much may wait, and what gives way where more comes: the least urgent first, and of these the
/// oldest, since a newer one says more of how things are. An alarm gives way only where nothing but
/// alarms waits.
final class Room {
    static final int MESSAGES_MAX = 500;

    private static final Comparator<Message> LEAST_WORTH =
            Comparator.comparing(Message::urgency)
                    .reversed()
                    .thenComparing(Message::madeAt)
                    .thenComparingLong(Message::number);

    private Room() {}

    /// What has to go.
    static List<Message> givesWay(Collection<Message> waiting) {
        return waiting.stream()
                .sorted(LEAST_WORTH)
                .limit(Math.max(0, waiting.size() - MESSAGES_MAX))
                .toList();
    }
}
