package org.menfang.hub.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.repair.NewRepair;
import org.menfang.hub.repair.RepairDesk;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// The desk of the rounds. Any thread may call it.
public final class RoundBook {
    /// How far the hub makes up for rounds that became due while it did not run.
    private static final Duration MADE_UP_FOR_MAX = Duration.ofDays(7);

    private final Book book;
    private final Rounds rounds;
    private final RoundRules rules;
    private final TourRules tourRules;
    private final PointCodes codes;
    private final RepairDesk repairs;

    /// @param team who can walk rounds
    public RoundBook(
            Book book,
            Rounds rounds,
            PointCodes codes,
            RepairDesk repairs,
            Supplier<List<OperatorName>> team) {
        this.book = book;
        this.rounds = rounds;
        this.codes = codes;
        this.repairs = repairs;
        this.rules = new RoundRules(rounds, codes);
        this.tourRules = new TourRules(rounds, who -> team.get().contains(who));
    }

    /// Plans a new tour, or changes one.
    ///
    /// @param tour its id is empty for a new one
    public Outcome plan(OperatorName by, Tour tour) {
        return book.decide(by, _ -> tourRules.plan(tour));
    }

    public Outcome endTour(OperatorName by, String tour) {
        return book.decide(by, _ -> tourRules.end(tour));
    }

    /// Makes new codes for a place; what its tag or print says is worth nothing any more.
    public Outcome renewCodes(OperatorName by, String tour, String point) {
        return book.decide(by, _ -> tourRules.renewCodes(tour, point));
    }

    /// Says which holder a volunteer is at the readers of a compound.
    public Outcome setCard(
            OperatorName by, OperatorName walker, CompoundId compound, HolderId holder) {
        return book.decide(by, _ -> tourRules.setCard(walker, compound, holder));
    }

    public Outcome clearCard(OperatorName by, OperatorName walker) {
        return book.decide(by, _ -> tourRules.clearCard(walker));
    }

    /// Takes what a phone or a form tells of a round, once however often it tells it.
    public Outcome act(OperatorName by, SentAct sent) {
        makeDue();
        return sent.kind() == SentAct.Kind.REPAIR
                ? report(by, sent)
                : book.decide(by, now -> rules.judge(now, by, sent));
    }

    /// The repair is reported first: reporting it twice leaves one repair, and forgetting it none.
    private Outcome report(OperatorName by, SentAct sent) {
        List<NewRepair> wanted = new ArrayList<>();
        Outcome judged =
                book.decide(
                        by,
                        now -> {
                            Verdict verdict = rules.judge(now, by, sent);
                            if (verdict instanceof Verdict.Write(List<EntryBody> bodies)
                                    && !bodies.isEmpty()) {
                                wanted.add(repair(sent));
                                return new Verdict.Write(List.of());
                            }
                            return verdict;
                        });
        if (wanted.isEmpty() || !(judged instanceof Outcome.Done)) {
            return judged;
        }
        Outcome reported = repairs.report(by, wanted.getFirst());
        return reported instanceof Outcome.Done
                ? book.decide(by, now -> rules.judge(now, by, sent))
                : reported;
    }

    private NewRepair repair(SentAct sent) {
        Tour tour = rounds.round(sent.round()).orElseThrow().tour();
        String place = tour.point(sent.point()).map(Checkpoint::name).orElseGet(tour::name);
        return new NewRepair(tour.compound(), place, sent.text(), null, sent.at());
    }

    /// Notes down that a picture was taken at a place, once however often it is told.
    ///
    /// @param key what the phone calls it
    /// @param picture is kept already
    public Outcome photograph(
            OperatorName by, String key, String round, String point, Sha256 picture, Instant at) {
        makeDue();
        return book.decide(
                by,
                now ->
                        rules.photograph(
                                now,
                                by,
                                new RoundEntry.PictureKept(key, round, point, picture, at)));
    }

    /// What happened at a reader or a button of a gate.
    ///
    /// @param number of the event in the hub's log
    /// @param walker whose card it was; none where anybody could do it
    record AtGate(
            long number,
            Instant at,
            CompoundId compound,
            Optional<OperatorName> walker,
            How how,
            GateId gate,
            AccessPointId accessPoint) {}

    /// Whose card it is, among the volunteers.
    List<OperatorName> walkers(CompoundId compound, HolderId holder) {
        return book.read(() -> rounds.walkers(compound, holder));
    }

    /// The readers and buttons that tours lead to.
    Set<GateWatch.Place> places() {
        return book.read(() ->
                rounds.tours().stream()
                        .flatMap(tour -> tour.points().stream())
                        .flatMap(RoundBook::place)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<GateWatch.Place> place(Checkpoint point) {
        GateId gate = point.gate();
        AccessPointId accessPoint = point.accessPoint();
        return gate == null || accessPoint == null
                ? Stream.empty()
                : Stream.of(new GateWatch.Place(gate, accessPoint));
    }

    /// Counts the places of all rounds that something at a gate shows to be reached.
    Outcome hear(AtGate event) {
        return book.decide(Book.HUB, now -> new Verdict.Write(reached(event, now)));
    }

    private List<EntryBody> reached(AtGate event, Instant now) {
        return rounds.since(now.minus(RoundRules.ACT_AGE_MAX).minus(Round.LATE_MAX)).stream()
                .filter(round -> round.tour().compound().equals(event.compound()))
                .flatMap(round -> reached(round, event))
                .toList();
    }

    private static Stream<EntryBody> reached(Round round, AtGate event) {
        Optional<OperatorName> walker = round.walker();
        if (walker.isEmpty() || (event.walker().isPresent() && !event.walker().equals(walker))) {
            return Stream.empty();
        }
        return round.tour().points().stream()
                .filter(point ->
                        point.how() == event.how()
                                && event.gate().equals(point.gate())
                                && event.accessPoint().equals(point.accessPoint()))
                .map(point -> reached(round, walker.get(), point, event))
                .filter(each ->
                        round.step(
                                        new RoundAct.Reach(
                                                each.walker(), each.at(), each.point(), each.how()))
                                instanceof Step.Taken)
                .map(each -> each);
    }

    private static RoundEntry.PointReached reached(
            Round round, OperatorName walker, Checkpoint point, AtGate event) {
        return new RoundEntry.PointReached(
                "event-" + event.number() + "-" + point.id(),
                round.id(),
                walker,
                point.id(),
                event.at(),
                event.how());
    }

    /// Lets rounds begin whose time has come.
    void makeDue() {
        book.decide(
                Book.HUB,
                now ->
                        new Verdict.Write(
                                List.copyOf(rounds.newlyDue(now.minus(MADE_UP_FOR_MAX), now))));
    }

    /// Ends rounds whose time is over.
    void lapse() {
        book.decide(
                Book.HUB,
                now ->
                        new Verdict.Write(
                                rounds.since(now.minus(MADE_UP_FOR_MAX).minusSeconds(1)).stream()
                                        .filter(round ->
                                                round.step(new RoundAct.Lapse(now))
                                                        instanceof Step.Taken)
                                        .<EntryBody>map(
                                                round -> new RoundEntry.RoundLapsed(round.id()))
                                        .toList()));
    }

    /// Notes down that the leader knows what is missing.
    Outcome told(String round) {
        return book.decide(
                Book.HUB,
                _ ->
                        rounds.round(round).filter(each -> !each.told()).isPresent()
                                ? Verdict.write(new RoundEntry.LeaderTold(round))
                                : new Verdict.Write(List.of()));
    }

    /// Rounds whose time had not ended before a moment, the earliest first.
    public List<Round> since(Instant moment) {
        return book.read(() -> rounds.since(moment));
    }

    /// Rounds that were due within a time, the earliest first.
    ///
    /// @param to no round that was due at this or later
    public List<Round> between(Instant from, Instant to) {
        return book.read(() ->
                rounds.since(from).stream()
                        .filter(round -> !round.from().isBefore(from) && round.from().isBefore(to))
                        .toList());
    }

    /// What became of the rounds that were due within a time. It names nobody.
    public RoundFigures figures(Instant from, Instant to) {
        return RoundFigures.of(between(from, to));
    }

    /// Rounds that will become due, the earliest first.
    public List<Round> upcoming(Instant now, Instant upTo) {
        return book.read(() -> rounds.upcoming(now, upTo));
    }

    public Optional<Round> round(String id) {
        return book.read(() -> rounds.round(id));
    }

    public List<Tour> tours() {
        return book.read(rounds::tours);
    }

    public Optional<Tour> tour(String id) {
        return book.read(() -> rounds.tour(id));
    }

    /// Which holder a volunteer is, where that is known: `compound/holder`.
    public Optional<String> card(OperatorName walker) {
        return book.read(() ->
                Optional.ofNullable(rounds.card(walker))
                        .map(card -> card.compound() + "/" + card.holder()));
    }

    public PointCodes codes() {
        return codes;
    }
}
