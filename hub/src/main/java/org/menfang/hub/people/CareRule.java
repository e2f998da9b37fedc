package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When a neighbour is told: 48 hours without a passage, of which only the time counts in which
/// every gate of the compound was heard. Whoever came through a gate that was away would be missed
/// otherwise.
public final class CareRule {
    /// So much time without a passage.
    public static final Duration SILENCE = Duration.ofDays(2);

    /// Told again after this, while nobody comes.
    public static final Duration TOLD_AGAIN = Duration.ofDays(1);

    private CareRule() {}

    /// A time in which a gate was not heard.
    public record Away(Instant from, Instant until) {}

    /// How much time has counted.
    ///
    /// @param since the last passage, or when care began or went on after it
    static Duration counted(Instant since, Instant now, List<Away> away) {
        Duration counted = Duration.between(since, now);
        for (Away gap : merged(away)) {
            Instant from = gap.from().isAfter(since) ? gap.from() : since;
            Instant until = gap.until().isBefore(now) ? gap.until() : now;
            if (from.isBefore(until)) {
                counted = counted.minus(Duration.between(from, until));
            }
        }
        return counted.isNegative() ? Duration.ZERO : counted;
    }

    static boolean isDue(Instant since, Instant now, List<Away> away) {
        return counted(since, now, away).compareTo(SILENCE) >= 0;
    }

    /// Several gates may be away at once; that time counts once.
    private static List<Away> merged(List<Away> away) {
        List<Away> sorted = new ArrayList<>(away);
        sorted.sort(Comparator.comparing(Away::from));
        List<Away> merged = new ArrayList<>();
        for (Away next : sorted) {
            Away last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && !next.from().isAfter(last.until())) {
                Instant until = next.until().isAfter(last.until()) ? next.until() : last.until();
                merged.set(merged.size() - 1, new Away(last.from(), until));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
