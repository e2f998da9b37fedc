package org.menfang.rules;

import org.menfang.vocabulary.AccessPointId;

/// How long it takes at least to walk from one access point to another, either way. A card that is
/// faster is two cards.
public record TravelTime(AccessPointId from, AccessPointId to, int seconds) {
    public TravelTime {
        if (from.equals(to) || seconds < 1) {
            throw new IllegalArgumentException("no way from " + from + " to " + to);
        }
    }
}
