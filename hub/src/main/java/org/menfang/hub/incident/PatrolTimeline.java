package org.menfang.hub.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.menfang.hub.round.Checkpoint;
import org.menfang.hub.round.Round;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// What the patrol was doing.
///
/// @param rounds those that were due at a time or later
public record PatrolTimeline(Function<Instant, List<Round>> rounds) implements TimelineSource {
    /// A round that was due before the span may have been walked in it.
    private static final Duration ROUND_MAX = Duration.ofHours(12);

    @Override
    public List<HubAct> of(CompoundId compound, IncidentFacts facts) {
        return rounds.apply(facts.from().minus(ROUND_MAX)).stream()
                .filter(round -> round.tour().compound().equals(compound))
                .flatMap(round -> acts(round).stream())
                .filter(act -> facts.holds(act.at()))
                .toList();
    }

    private static List<HubAct> acts(Round round) {
        String by = round.walker().map(OperatorName::value).orElse("");
        String tour = round.tour().name();
        List<HubAct> acts = new ArrayList<>();
        switch (round.phase()) {
            case Round.Phase.Due(), Round.Phase.Missed() -> {}
            case Round.Phase.Walking(OperatorName _, Instant begunAt) ->
                    acts.add(act(begunAt, by, "cases.timeline.round-begun", tour));
            case Round.Phase.Ended ended -> {
                acts.add(act(ended.begunAt(), by, "cases.timeline.round-begun", tour));
                acts.add(act(ended.endedAt(), by, "cases.timeline.round-ended", tour));
            }
        }
        for (Checkpoint point : round.tour().points()) {
            Round.Reached reached = round.reached().get(point.id());
            if (reached != null) {
                acts.add(
                        new HubAct(
                                reached.at(),
                                by,
                                point.name(),
                                "cases.timeline.round-point",
                                Map.of("tour", tour, "point", point.name())));
            }
        }
        return acts;
    }

    private static HubAct act(Instant at, String by, String key, String tour) {
        return new HubAct(at, by, "", key, Map.of("tour", tour));
    }
}
