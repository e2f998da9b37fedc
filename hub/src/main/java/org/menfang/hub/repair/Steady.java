package org.menfang.hub.repair;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Since when things are as they are, as somebody who looks again and again can say.
///
/// What is not there at one look begins anew. Where nobody looked for a while (the hub was down,
/// its clock jumped) everything begins anew, for nobody knows what was between.
final class Steady<K> {
    private static final Duration LOOK_AGAIN_MAX = Duration.ofMinutes(1);

    private final Map<K, Instant> since = new HashMap<>();
    private Instant lastLook = Instant.MIN;

    /// Looks.
    ///
    /// @param there what is so now
    void look(Set<K> there, Instant now) {
        if (now.isBefore(lastLook) || lastLook.isBefore(now.minus(LOOK_AGAIN_MAX))) {
            since.clear();
        }
        lastLook = now;
        since.keySet().retainAll(there);
        there.forEach(each -> since.putIfAbsent(each, now));
    }

    /// Whether it has been so for at least that long.
    boolean isFor(K what, Duration atLeast) {
        Instant from = since.get(what);
        return from != null && !lastLook.isBefore(from.plus(atLeast));
    }
}
