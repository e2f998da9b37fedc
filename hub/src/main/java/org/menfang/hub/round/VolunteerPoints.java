package org.menfang.hub.round;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.roster.Shift;
import org.menfang.vocabulary.OperatorName;

/// What volunteers did in a time, and the points that it is worth.
public final class VolunteerPoints {
    /// What is counted.
    public enum Deed {
        /// A shift of the day that came to its signed end.
        SHIFT(4),
        NIGHT(6),
        /// A round with all its places.
        ROUND(2),
        /// A round that ended early, with a reason.
        PART(1),
        /// A repair that was reported on the way.
        REPAIR(1);

        private final int points;

        Deed(int points) {
            this.points = points;
        }

        public int points() {
            return points;
        }
    }

    /// @param counts how often each deed was done
    public record Line(String who, Map<Deed, Integer> counts) {
        public Line {
            counts = Map.copyOf(counts);
        }

        public int count(Deed deed) {
            return counts.getOrDefault(deed, 0);
        }

        public int sum() {
            return counts.entrySet().stream()
                    .mapToInt(each -> each.getKey().points() * each.getValue())
                    .sum();
        }
    }

    private VolunteerPoints() {}

    /// Everybody who has any, by name.
    public static List<Line> of(List<RosterBook.Served> shifts, List<Round> rounds) {
        Map<String, Map<Deed, Integer>> counts = new TreeMap<>();
        for (RosterBook.Served shift : shifts) {
            Deed deed = shift.slot().shift() == Shift.NIGHT ? Deed.NIGHT : Deed.SHIFT;
            shift.crew().everybody().forEach(who -> add(counts, who, deed, 1));
        }
        rounds.forEach(round -> round.walker().ifPresent(who -> add(counts, who, round)));
        return counts.entrySet().stream()
                .map(each -> new Line(each.getKey(), each.getValue()))
                .toList();
    }

    private static void add(Map<String, Map<Deed, Integer>> counts, OperatorName who, Round round) {
        if (!(round.phase() instanceof Round.Phase.Ended ended)) {
            return;
        }
        add(counts, who, Deed.REPAIR, round.reports().size());
        if (round.missing().isEmpty()) {
            add(counts, who, Deed.ROUND, 1);
        } else if (!ended.reason().isEmpty() && !round.reached().isEmpty()) {
            add(counts, who, Deed.PART, 1);
        }
    }

    private static void add(
            Map<String, Map<Deed, Integer>> counts, OperatorName who, Deed deed, int times) {
        if (times > 0) {
            counts.computeIfAbsent(who.value(), _ -> new TreeMap<>())
                    .merge(deed, times, Integer::sum);
        }
    }
}
