package org.menfang.hub.open;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.menfang.hub.open.Sheet.Fact;
import org.menfang.hub.round.Round;

/// The table of rounds: what was planned and what was walked.
final class RoundParts {
    private final Say say;
    private final PublicFacts facts;

    RoundParts(Say say, PublicFacts facts) {
        this.say = say;
        this.facts = facts;
    }

    private record Sums(int planned, int whole, int part, int missed, int under) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        Sums plus(Sums more) {
            return new Sums(
                    planned + more.planned,
                    whole + more.whole,
                    part + more.part,
                    missed + more.missed,
                    under + more.under);
        }

        static Sums of(Round round) {
            return switch (round.phase()) {
                case Round.Phase.Due _, Round.Phase.Walking _ -> new Sums(1, 0, 0, 0, 1);
                case Round.Phase.Missed _ -> new Sums(1, 0, 0, 1, 0);
                case Round.Phase.Ended _ ->
                        round.missing().isEmpty()
                                ? new Sums(1, 1, 0, 0, 0)
                                : new Sums(1, 0, 1, 0, 0);
            };
        }
    }

    Sheet.Part rounds() {
        Map<String, Sums> byTour = new LinkedHashMap<>();
        Sums all = Sums.NONE;
        for (Round round : facts.rounds()) {
            Sums sums = Sums.of(round);
            byTour.merge(say.typed(round.tour().name()), sums, Sums::plus);
            all = all.plus(sums);
        }
        List<Fact> sums = new ArrayList<>();
        sums.add(new Fact(say.text("open.rounds.planned"), Integer.toString(all.planned())));
        sums.add(new Fact(say.text("open.rounds.whole"), Integer.toString(all.whole())));
        int over = all.planned() - all.under();
        if (over > 0) {
            sums.add(new Fact(say.text("open.rounds.rate"), Say.perCent(all.whole(), over)));
        }
        return new Sheet.Part(
                "rounds",
                say.text("open.rounds"),
                say.text("open.rounds.explain"),
                sums,
                List.of(
                        say.text("open.rounds.tour"),
                        say.text("open.rounds.planned"),
                        say.text("open.rounds.whole"),
                        say.text("open.rounds.part"),
                        say.text("open.rounds.missed")),
                byTour.entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList(),
                say.text("open.rounds.none"));
    }

    private static List<String> row(String tour, Sums sums) {
        return List.of(
                tour,
                Integer.toString(sums.planned()),
                Integer.toString(sums.whole()),
                Integer.toString(sums.part()),
                Integer.toString(sums.missed()));
    }
}
