package org.menfang.gate.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.rule.PlaceIndex;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CredentialIdentifier;

/// Where each card was seen last, here and at the other gates, to find cards of which there are
/// two. It lives in memory only: what was seen before a restart is compared with nothing.
final class Sightings {
    private final TreeMap<CredentialIdentifier, List<Seen>> seen = new TreeMap<>();

    /// Whose each sighting is, by its number: the oldest first.
    private final LinkedHashMap<Long, CredentialIdentifier> order = new LinkedHashMap<>();

    private long number;

    /// A card at an access point.
    ///
    /// @param wall when, by a clock that is trusted; none where it is not
    /// @param at when, for what this gate saw itself
    /// @param counter of a signed tag; none for other cards
    record Sighting(
            AccessPointId accessPoint,
            @Nullable Instant wall,
            @Nullable MonotonicTime at,
            @Nullable Long counter) {}

    private record Seen(long number, Sighting sighting) {}

    /// Remembers it.
    ///
    /// @return the earlier sighting that cannot be of the same card; none where all is well
    @Nullable Sighting add(PlaceIndex places, CredentialIdentifier card, Sighting sighting) {
        List<Seen> known = seen.computeIfAbsent(card, _ -> new ArrayList<>(2));
        Sighting conflict = null;
        for (Seen each : known) {
            Sighting before = each.sighting();
            if (isTooFar(places, before, sighting) || isTurnedBack(before, sighting)) {
                conflict = before;
            }
        }
        number++;
        known.add(new Seen(number, sighting));
        order.put(number, card);
        if (known.size() > Limits.SIGHTINGS_OF_A_CARD_MAX) {
            order.remove(known.removeFirst().number());
        }
        if (order.size() > Limits.SIGHTINGS_MAX) {
            dropOldest();
        }
        return conflict;
    }

    /// How many are remembered.
    int size() {
        return order.size();
    }

    private void dropOldest() {
        CredentialIdentifier oldest = order.pollFirstEntry().getValue();
        List<Seen> left = seen.get(oldest);
        if (left != null) {
            left.removeFirst();
            if (left.isEmpty()) {
                seen.remove(oldest);
            }
        }
    }

    /// Whether nobody can have walked from one to the other.
    private static boolean isTooFar(PlaceIndex places, Sighting one, Sighting other) {
        int seconds = places.travelSeconds(one.accessPoint(), other.accessPoint());
        Duration between = between(one, other);
        return seconds > 0
                && between != null
                && between.abs().compareTo(Duration.ofSeconds(seconds)) < 0;
    }

    /// Whether a tag's counter went back from the earlier to the later.
    private static boolean isTurnedBack(Sighting one, Sighting other) {
        Duration between = between(one, other);
        Long counter = one.counter();
        Long otherCounter = other.counter();
        if (counter == null || otherCounter == null || between == null) {
            return false;
        }
        if (counter.equals(otherCounter)) {
            return true;
        }
        boolean certain = between.abs().compareTo(Limits.CLOCKS_APART_MAX) > 0;
        return certain && between.isNegative() == (counter < otherCounter);
    }

    /// None where it cannot be known.
    private static @Nullable Duration between(Sighting one, Sighting other) {
        if (one.at() != null && other.at() != null) {
            return one.at().until(other.at());
        }
        return one.wall() == null || other.wall() == null
                ? null
                : Duration.between(one.wall(), other.wall());
    }
}
