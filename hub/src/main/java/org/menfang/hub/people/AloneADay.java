package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// From whom single persons took something of their rights in the last day. Many blocked one by one
/// are as many as all at once, so that they take two persons as well.
///
/// A card that somebody has lost is blocked at any time, and does not count.
final class AloneADay {
    /// So many people of a compound in a day, whoever acts; a shared flat that moves out is fewer.
    static final int PEOPLE_MAX = 10;

    static final Duration DAY = Duration.ofDays(1);

    private final Map<Register.Key, Instant> taken = new HashMap<>();

    void took(Register.Key who, Instant at) {
        taken.values().removeIf(earlier -> isPast(earlier, at));
        taken.put(who, at);
    }

    /// Whoever is among them already does not count again.
    boolean mayTake(Register.Key who, Instant now) {
        long others =
                taken.entrySet().stream()
                        .filter(each -> !isPast(each.getValue(), now))
                        .filter(each -> each.getKey().compound().equals(who.compound()))
                        .filter(each -> !each.getKey().equals(who))
                        .count();
        return others < PEOPLE_MAX;
    }

    private static boolean isPast(Instant at, Instant now) {
        return !now.isBefore(at.plus(DAY));
    }
}
