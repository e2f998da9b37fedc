package org.menfang.hub.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.roster.FreeText;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;

/// Judges plans of rounds.
final class TourRules {
    private final Rounds rounds;
    private final Predicate<OperatorName> team;

    TourRules(Rounds rounds, Predicate<OperatorName> team) {
        this.rounds = rounds;
        this.team = team;
    }

    Verdict plan(Tour tour) {
        boolean fresh = tour.id().isEmpty();
        if (!fresh && rounds.tour(tour.id()).isEmpty()) {
            return Verdict.refuse("refused.patrol.no-such-tour");
        }
        if (fresh && rounds.tours().size() >= Rounds.TOURS_MAX) {
            return Verdict.refuse("refused.patrol.tours-many");
        }
        String id = fresh ? rounds.newTour() : tour.id();
        return fault(tour).map(Verdict::refuse).orElseGet(() -> planned(id, tour, tour.points()));
    }

    private static Verdict planned(String id, Tour tour, List<Checkpoint> points) {
        return Verdict.write(
                new RoundEntry.TourPlanned(
                        id, tour.compound(), tour.name(), tour.anyOrder(), points, tour.times()));
    }

    private static Optional<String> fault(Tour tour) {
        if (isNoName(tour.name(), Tour.NAME_CHARS_MAX)) {
            return Optional.of("refused.patrol.tour-name");
        }
        if (tour.points().isEmpty() || tour.points().size() > Tour.POINTS_MAX) {
            return Optional.of("refused.patrol.points");
        }
        if (tour.times().size() > Tour.TIMES_MAX
                || tour.times().stream().anyMatch(TourRules::isUnsound)) {
            return Optional.of("refused.patrol.due-times");
        }
        return tour.points().stream().anyMatch(TourRules::isUnsound)
                        || repeats(tour.points(), Checkpoint::id)
                        || repeats(tour.times(), DueTime::from)
                ? Optional.of("refused.patrol.point")
                : Optional.empty();
    }

    private static boolean isUnsound(DueTime time) {
        return time.minutes() < DueTime.MINUTES_MIN
                || time.minutes() > DueTime.MINUTES_MAX
                || time.days().isEmpty();
    }

    private static boolean isUnsound(Checkpoint point) {
        return point.id().isEmpty()
                || isNoName(point.name(), Checkpoint.NAME_CHARS_MAX)
                || !point.isReachable()
                || point.checks().size() > Checkpoint.CHECKS_MAX
                || repeats(point.checks(), Check::id)
                || point.checks().stream()
                        .anyMatch(check -> isNoName(check.text(), Check.TEXT_CHARS_MAX));
    }

    private static boolean isNoName(String text, int charsMax) {
        return text.isBlank() || !FreeText.isSound(text, charsMax);
    }

    private static <T> boolean repeats(List<T> all, Function<T, Object> name) {
        return all.stream().map(name).distinct().count() < all.size();
    }

    Verdict end(String tour) {
        return rounds.tour(tour).isPresent()
                ? Verdict.write(new RoundEntry.TourEnded(tour))
                : Verdict.refuse("refused.patrol.no-such-tour");
    }

    Verdict renewCodes(String tour, String point) {
        return rounds.tour(tour)
                .filter(each -> each.point(point).isPresent())
                .map(each -> planned(each.id(), each, renewed(each, point)))
                .orElseGet(() -> Verdict.refuse("refused.patrol.no-such-point"));
    }

    private static List<Checkpoint> renewed(Tour tour, String point) {
        List<Checkpoint> points = new ArrayList<>();
        for (Checkpoint each : tour.points()) {
            points.add(each.id().equals(point) ? each.withNewCodes() : each);
        }
        return points;
    }

    Verdict setCard(OperatorName walker, CompoundId compound, HolderId holder) {
        return team.test(walker)
                ? Verdict.write(new RoundEntry.CardSet(walker, compound, holder))
                : Verdict.refuse("refused.patrol.not-in-team");
    }

    Verdict clearCard(OperatorName walker) {
        return rounds.card(walker) == null
                ? new Verdict.Write(List.of())
                : Verdict.write(new RoundEntry.CardCleared(walker));
    }
}
