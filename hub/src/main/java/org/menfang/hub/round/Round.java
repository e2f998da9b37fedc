package org.menfang.hub.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// One walk of a tour, from the moment it is due.
///
/// @param tour as it was planned then
/// @param reached when each place was reached, by its id
/// @param looked what was found, by place and check
/// @param told whether the leader knows what is missing
public record Round(
        String id,
        Tour tour,
        Instant from,
        Instant to,
        Phase phase,
        Map<String, Reached> reached,
        Map<Looked.At, Looked> looked,
        List<Photo> photos,
        List<Reported> reports,
        boolean told) {
    /// How long after its time a round that was begun can go on.
    public static final Duration LATE_MAX = Duration.ofHours(2);

    /// How far the clocks of phones and gates may be apart.
    public static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(2);

    public static final int NOTE_CHARS_MAX = 200;
    public static final int PHOTOS_MAX = 20;
    public static final int REPORTS_MAX = 20;

    /// Where a round is. Each phase carries only what matters in it.
    public sealed interface Phase {
        record Due() implements Phase {}

        record Walking(OperatorName walker, Instant begunAt) implements Phase {}

        /// @param reason why places are missing; empty if none is, or nobody said
        /// @param lapsed whether nobody ended it
        record Ended(
                OperatorName walker,
                Instant begunAt,
                Instant endedAt,
                String reason,
                boolean lapsed)
                implements Phase {}

        /// Nobody began it in its time.
        record Missed() implements Phase {}
    }

    public record Reached(Instant at, How how) {}

    /// What was found at one check.
    ///
    /// @param note may be empty
    public record Looked(boolean ok, String note, Instant at) {
        public record At(String point, String check) {}
    }

    public record Photo(String point, Sha256 picture, Instant at) {}

    /// A repair that was reported on the way.
    public record Reported(String point, String what, Instant at) {}

    public Round {
        reached = Collections.unmodifiableMap(new LinkedHashMap<>(reached));
        looked = Collections.unmodifiableMap(new LinkedHashMap<>(looked));
        photos = List.copyOf(photos);
        reports = List.copyOf(reports);
    }

    static Round due(String id, Tour tour, Instant from, Instant to) {
        return new Round(
                id,
                tour,
                from,
                to,
                new Phase.Due(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                false);
    }

    /// Who walks it or walked it.
    public Optional<OperatorName> walker() {
        return switch (phase) {
            case Phase.Due(), Phase.Missed() -> Optional.empty();
            case Phase.Walking(OperatorName walker, Instant _) -> Optional.of(walker);
            case Phase.Ended ended -> Optional.of(ended.walker());
        };
    }

    /// Whether it is over, one way or the other.
    public boolean isOver() {
        return switch (phase) {
            case Phase.Due(), Phase.Walking(OperatorName _, Instant _) -> false;
            case Phase.Missed() -> true;
            case Phase.Ended _ -> true;
        };
    }

    /// Places that nobody has reached.
    public List<Checkpoint> missing() {
        return tour.points().stream().filter(point -> !reached.containsKey(point.id())).toList();
    }

    /// Whether a place was reached before one that comes earlier on the way.
    public boolean isOutOfOrder(Checkpoint point) {
        Reached here = reached.get(point.id());
        if (here == null || tour.anyOrder()) {
            return false;
        }
        return tour.points().stream()
                .takeWhile(earlier -> !earlier.equals(point))
                .map(earlier -> reached.get(earlier.id()))
                .anyMatch(earlier -> earlier == null || earlier.at().isAfter(here.at()));
    }

    /// What was found not to be in order.
    public List<Map.Entry<Looked.At, Looked>> notInOrder() {
        return looked.entrySet().stream().filter(each -> !each.getValue().ok()).toList();
    }

    /// What an act makes of the round.
    public Step step(RoundAct act) {
        return switch (act) {
            case RoundAct.Begin begin -> begin(begin);
            case RoundAct.Reach reach -> onTheWay(reach.who(), reach, reach.point(), reach(reach));
            case RoundAct.LookAt look -> onTheWay(look.who(), look, look.point(), look(look));
            case RoundAct.Photograph photo ->
                    onTheWay(photo.who(), photo, photo.point(), photograph(photo));
            case RoundAct.Report report ->
                    onTheWay(report.who(), report, report.point(), report(report));
            case RoundAct.End end -> end(end);
            case RoundAct.Lapse(Instant at) -> lapse(at);
        };
    }

    /// A phone that had no net tells late: what counts is when it happened.
    private Step begin(RoundAct.Begin act) {
        return switch (phase) {
            case Phase.Due(), Phase.Missed() ->
                    act.at().isBefore(from) || act.at().isAfter(to)
                            ? new Step.Refused("refused.patrol.not-due")
                            : in(new Phase.Walking(act.who(), act.at()));
            case Phase.Walking(OperatorName walker, Instant _) ->
                    walker.equals(act.who())
                            ? new Step.Known()
                            : new Step.Refused("refused.patrol.taken");
            case Phase.Ended _ -> new Step.Refused("refused.patrol.round-over");
        };
    }

    private Step onTheWay(OperatorName who, RoundAct act, String point, Step step) {
        String fault =
                switch (phase) {
                    case Phase.Due(), Phase.Missed() -> "refused.patrol.not-begun";
                    case Phase.Walking(OperatorName walker, Instant begunAt) ->
                            whyNot(who, act.at(), walker, begunAt, null);
                    case Phase.Ended ended ->
                            whyNot(who, act.at(), ended.walker(), ended.begunAt(), ended.endedAt());
                };
        if (fault != null) {
            return new Step.Refused(fault);
        }
        return tour.point(point).isEmpty()
                ? new Step.Refused("refused.patrol.no-such-point")
                : step;
    }

    private static @Nullable String whyNot(
            OperatorName who,
            Instant at,
            OperatorName walker,
            Instant begunAt,
            @Nullable Instant endedAt) {
        if (!who.equals(walker)) {
            return "refused.patrol.not-your-round";
        }
        if (at.isBefore(begunAt.minus(CLOCKS_APART_MAX))) {
            return "refused.patrol.before-begin";
        }
        return endedAt != null && at.isAfter(endedAt.plus(CLOCKS_APART_MAX))
                ? "refused.patrol.round-over"
                : null;
    }

    private Step reach(RoundAct.Reach act) {
        if (reached.containsKey(act.point())) {
            return new Step.Known();
        }
        Map<String, Reached> more = new LinkedHashMap<>(reached);
        more.put(act.point(), new Reached(act.at(), act.how()));
        return new Step.Taken(with(phase, more, looked, photos, reports, told));
    }

    private Step look(RoundAct.LookAt act) {
        boolean known =
                tour.point(act.point()).stream()
                        .flatMap(point -> point.checks().stream())
                        .anyMatch(check -> check.id().equals(act.check()));
        if (!known) {
            return new Step.Refused("refused.patrol.no-such-check");
        }
        Map<Looked.At, Looked> more = new LinkedHashMap<>(looked);
        more.put(
                new Looked.At(act.point(), act.check()),
                new Looked(act.ok(), act.note(), act.at()));
        return new Step.Taken(with(phase, reached, more, photos, reports, told));
    }

    private Step photograph(RoundAct.Photograph act) {
        if (photos.size() >= PHOTOS_MAX) {
            return new Step.Refused("refused.patrol.photos-many");
        }
        List<Photo> more = new ArrayList<>(photos);
        more.add(new Photo(act.point(), act.picture(), act.at()));
        return new Step.Taken(with(phase, reached, looked, more, reports, told));
    }

    private Step report(RoundAct.Report act) {
        if (reports.size() >= REPORTS_MAX) {
            return new Step.Refused("refused.patrol.reports-many");
        }
        List<Reported> more = new ArrayList<>(reports);
        more.add(new Reported(act.point(), act.what(), act.at()));
        return new Step.Taken(with(phase, reached, looked, photos, more, told));
    }

    private Step end(RoundAct.End act) {
        return switch (phase) {
            case Phase.Due(), Phase.Missed() -> new Step.Refused("refused.patrol.not-begun");
            case Phase.Walking(OperatorName walker, Instant begunAt) -> end(act, walker, begunAt);
            case Phase.Ended ended ->
                    ended.lapsed()
                            ? end(act, ended.walker(), ended.begunAt())
                            : new Step.Refused("refused.patrol.round-over");
        };
    }

    private Step end(RoundAct.End act, OperatorName walker, Instant begunAt) {
        String fault = whyNot(act.who(), act.at(), walker, begunAt, null);
        if (fault != null) {
            return new Step.Refused(fault);
        }
        return act.reason().isEmpty() && !missing().isEmpty()
                ? new Step.Refused("refused.patrol.reason")
                : in(new Phase.Ended(walker, begunAt, act.at(), act.reason(), false));
    }

    private Step lapse(Instant at) {
        return switch (phase) {
            case Phase.Due() -> at.isBefore(to) ? new Step.Known() : in(new Phase.Missed());
            case Phase.Walking(OperatorName walker, Instant begunAt) ->
                    at.isBefore(to.plus(LATE_MAX))
                            ? new Step.Known()
                            : in(new Phase.Ended(walker, begunAt, at, "", true));
            case Phase.Ended _ -> new Step.Known();
            case Phase.Missed() -> new Step.Known();
        };
    }

    private Step in(Phase next) {
        return new Step.Taken(with(next, reached, looked, photos, reports, told));
    }

    Round toldOf() {
        return with(phase, reached, looked, photos, reports, true);
    }

    private Round with(
            Phase next,
            Map<String, Reached> nowReached,
            Map<Looked.At, Looked> nowLooked,
            List<Photo> nowPhotos,
            List<Reported> nowReports,
            boolean nowTold) {
        return new Round(
                id, tour, from, to, next, nowReached, nowLooked, nowPhotos, nowReports, nowTold);
    }
}
