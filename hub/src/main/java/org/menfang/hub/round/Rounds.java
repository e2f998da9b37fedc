package org.menfang.hub.round;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Tours, and the rounds that were walked on them.
public final class Rounds implements Chapter {
    /// How many rounds are remembered; the log keeps them all.
    static final int ROUNDS_MAX = 20_000;

    /// How many keys of acts are remembered: those of some days.
    static final int KEYS_MAX = 20_000;

    static final int TOURS_MAX = 50;

    /// Which holder a volunteer is, at the readers of a compound.
    record Card(CompoundId compound, HolderId holder) {}

    private final ZoneId zone;
    private final TreeMap<String, Tour> tours = new TreeMap<>();
    private final Map<String, Instant> generatedTo = new TreeMap<>();
    private final Map<String, Card> cards = new TreeMap<>();
    private final Map<String, Round> rounds = new LinkedHashMap<>();
    private final LinkedHashSet<String> keys = new LinkedHashSet<>();
    private long lastTour;

    /// @param zone in which times of day are meant
    public Rounds(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("round.tour-planned", RoundEntry.TourPlanned.class),
                new EntryType<>("round.tour-ended", RoundEntry.TourEnded.class),
                new EntryType<>("round.card-set", RoundEntry.CardSet.class),
                new EntryType<>("round.card-cleared", RoundEntry.CardCleared.class),
                new EntryType<>("round.due", RoundEntry.RoundDue.class),
                new EntryType<>("round.begun", RoundEntry.RoundBegun.class),
                new EntryType<>("round.point-reached", RoundEntry.PointReached.class),
                new EntryType<>("round.point-checked", RoundEntry.PointChecked.class),
                new EntryType<>("round.picture-kept", RoundEntry.PictureKept.class),
                new EntryType<>("round.repair-reported", RoundEntry.RepairReported.class),
                new EntryType<>("round.ended", RoundEntry.RoundEnded.class),
                new EntryType<>("round.lapsed", RoundEntry.RoundLapsed.class),
                new EntryType<>("round.leader-told", RoundEntry.LeaderTold.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof RoundEntry fact) {
            take(entry, fact);
        }
    }

    private void take(Entry entry, RoundEntry fact) {
        OperatorName by = entry.by();
        switch (fact) {
            case RoundEntry.TourPlanned planned -> plan(entry.at(), planned);
            case RoundEntry.TourEnded(String tour) -> tours.remove(tour);
            case RoundEntry.CardSet(OperatorName walker, CompoundId compound, HolderId holder) ->
                    cards.put(walker.value(), new Card(compound, holder));
            case RoundEntry.CardCleared(OperatorName walker) -> cards.remove(walker.value());
            case RoundEntry.RoundDue due -> begin(due);
            case RoundEntry.RoundBegun(String key, String round, Instant at) ->
                    step(key, round, new RoundAct.Begin(by, at));
            case RoundEntry.PointReached(
                            String key,
                            String round,
                            OperatorName walker,
                            String point,
                            Instant at,
                            How how) ->
                    step(key, round, new RoundAct.Reach(walker, at, point, how));
            case RoundEntry.PointChecked look ->
                    step(
                            look.key(),
                            look.round(),
                            new RoundAct.LookAt(
                                    by,
                                    look.at(),
                                    look.point(),
                                    look.check(),
                                    look.ok(),
                                    look.note()));
            case RoundEntry.PictureKept(
                            String key,
                            String round,
                            String point,
                            Sha256 picture,
                            Instant at) ->
                    step(key, round, new RoundAct.Photograph(by, at, point, picture));
            case RoundEntry.RepairReported(
                            String key,
                            String round,
                            String point,
                            String what,
                            Instant at) ->
                    step(key, round, new RoundAct.Report(by, at, point, what));
            case RoundEntry.RoundEnded(String key, String round, Instant at, String reason) ->
                    step(key, round, new RoundAct.End(by, at, reason));
            case RoundEntry.RoundLapsed(String round) ->
                    step("", round, new RoundAct.Lapse(entry.at()));
            case RoundEntry.LeaderTold(String round) ->
                    rounds.computeIfPresent(round, (_, before) -> before.toldOf());
        }
    }

    private void plan(Instant at, RoundEntry.TourPlanned planned) {
        tours.put(
                planned.tour(),
                new Tour(
                        planned.tour(),
                        planned.compound(),
                        planned.name(),
                        planned.anyOrder(),
                        planned.points(),
                        planned.times()));
        generatedTo.put(planned.tour(), at);
        lastTour++;
    }

    private void begin(RoundEntry.RoundDue due) {
        Tour tour = tours.get(due.tour());
        if (tour == null) {
            return;
        }
        rounds.put(due.round(), Round.due(due.round(), tour, due.from(), due.to()));
        generatedTo.put(due.tour(), due.from());
        if (rounds.size() > ROUNDS_MAX) {
            rounds.remove(rounds.keySet().iterator().next());
        }
    }

    private void step(String key, String id, RoundAct act) {
        Round round = rounds.get(id);
        if (round != null && round.step(act) instanceof Step.Taken(Round after)) {
            rounds.put(id, after);
        }
        if (!key.isEmpty()) {
            keys.add(key);
        }
        if (keys.size() > KEYS_MAX) {
            keys.removeFirst();
        }
    }

    ZoneId zone() {
        return zone;
    }

    List<Tour> tours() {
        return List.copyOf(tours.values());
    }

    Optional<Tour> tour(String id) {
        return Optional.ofNullable(tours.get(id));
    }

    /// An id that no tour ever had.
    String newTour() {
        return "tour-" + (lastTour + 1);
    }

    @Nullable Card card(OperatorName walker) {
        return cards.get(walker.value());
    }

    /// Who a holder is among the volunteers.
    List<OperatorName> walkers(CompoundId compound, HolderId holder) {
        Card card = new Card(compound, holder);
        return cards.entrySet().stream()
                .filter(each -> each.getValue().equals(card))
                .map(each -> new OperatorName(each.getKey()))
                .toList();
    }

    boolean isTaken(String key) {
        return keys.contains(key);
    }

    Optional<Round> round(String id) {
        return Optional.ofNullable(rounds.get(id));
    }

    /// Rounds whose time had not ended before a moment, the earliest first.
    List<Round> since(Instant moment) {
        List<Round> found = new ArrayList<>();
        for (Round round : rounds.values()) {
            if (round.to().isAfter(moment)) {
                found.add(round);
            }
        }
        found.sort(Comparator.comparing(Round::from).thenComparing(Round::id));
        return found;
    }

    /// What becomes due and is not known yet.
    ///
    /// @param notBefore what began earlier is not made up for
    List<RoundEntry.RoundDue> newlyDue(Instant notBefore, Instant now) {
        return tours.values().stream()
                .flatMap(tour ->
                        due(tour, notBefore, now)
                                .map(due ->
                                        new RoundEntry.RoundDue(
                                                due.round(), tour.id(), due.from(), due.to())))
                .toList();
    }

    /// What will become due, the earliest first.
    List<Round> upcoming(Instant now, Instant upTo) {
        return tours.values().stream()
                .flatMap(tour ->
                        tour.due(now, upTo, zone).stream()
                                .map(due -> Round.due(due.round(), tour, due.from(), due.to())))
                .sorted(Comparator.comparing(Round::from).thenComparing(Round::id))
                .toList();
    }

    private Stream<Tour.Due> due(Tour tour, Instant notBefore, Instant now) {
        Instant known = generatedTo.getOrDefault(tour.id(), notBefore);
        return tour.due(known.isAfter(notBefore) ? known : notBefore, now, zone).stream()
                .filter(due -> !rounds.containsKey(due.round()));
    }
}
