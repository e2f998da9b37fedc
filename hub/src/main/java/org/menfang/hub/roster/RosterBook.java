package org.menfang.hub.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.vocabulary.OperatorName;

/// The desk of the roster: who works when, who takes over, who answers now. Any thread may call it.
public final class RosterBook implements OnCall {
    private final Book book;
    private final Roster roster;
    private final RosterRules rules;
    private final Supplier<List<OperatorName>> team;
    private final List<HandOverSource> sources;

    /// @param team everybody who can be put on a roster and be told
    /// @param sources what fills hand-overs in, in this order
    public RosterBook(
            Book book,
            Roster roster,
            Supplier<List<OperatorName>> team,
            List<HandOverSource> sources) {
        this.book = book;
        this.roster = roster;
        this.team = team;
        this.sources = List.copyOf(sources);
        this.rules = new RosterRules(roster, who -> team.get().contains(who));
    }

    @Override
    public List<OperatorName> onDuty(Instant now) {
        return book.read(() -> {
            List<OperatorName> answering = roster.duty(now).map(Duty::persons).orElse(List.of());
            List<OperatorName> planned =
                    answering.isEmpty()
                            ? roster.plan().crew(roster.plan().at(now)).everybody()
                            : answering;
            return planned.isEmpty() ? everybody() : planned;
        });
    }

    @Override
    public List<OperatorName> everybody() {
        return List.copyOf(team.get());
    }

    /// Who is told what a leader has to know: the leader of the shift that answers; where it has
    /// none, all who are on duty.
    public List<OperatorName> leaders(Instant now) {
        return book.read(() ->
                roster.duty(now)
                        .flatMap(duty -> leader(duty.answering()))
                        .map(List::of)
                        .orElseGet(() -> onDuty(now)));
    }

    private Optional<OperatorName> leader(Slot slot) {
        return Optional.ofNullable(roster.plan().crew(slot).leader());
    }

    /// When the shift that runs ends.
    public Instant shiftEnd(Instant now) {
        return book.read(() -> roster.plan().end(roster.plan().at(now)));
    }

    /// The shift that the roster has now, whoever answers.
    public Slot running(Instant now) {
        return book.read(() -> roster.plan().at(now));
    }

    /// Who answers now; empty until there is a roster.
    public Optional<Duty> duty(Instant now) {
        return book.read(() -> roster.duty(now));
    }

    /// The shift that can take over now; empty where it is too early for one.
    public Optional<Slot> coming(Instant now) {
        return book.read(() -> roster.duty(now).flatMap(duty -> rules.coming(duty, now)));
    }

    public Outcome setTimes(OperatorName by, ShiftTimes times) {
        return book.decide(by, now -> rules.setTimes(now, times));
    }

    public Outcome planWeek(OperatorName by, DayOfWeek day, Shift shift, Crew crew) {
        return book.decide(by, now -> rules.planWeek(now, day, shift, crew));
    }

    public Outcome changeDay(OperatorName by, Slot slot, Crew crew) {
        return book.decide(by, now -> rules.changeDay(now, slot, crew));
    }

    public Outcome restoreDay(OperatorName by, Slot slot) {
        return book.decide(by, now -> rules.restoreDay(now, slot));
    }

    /// Asks another person to work in one's place.
    ///
    /// @param back the shift of the other one that the asker works in return; none for a favour
    public Outcome askSwap(OperatorName by, Slot slot, OperatorName with, @Nullable Slot back) {
        return book.decide(by, now -> rules.askSwap(now, by, slot, with, back));
    }

    public Outcome agreeSwap(OperatorName by, long swap) {
        return book.decide(by, now -> rules.agreeSwap(now, by, swap));
    }

    /// Declines what one was asked, or withdraws what one has asked.
    public Outcome endSwap(OperatorName by, long swap) {
        return book.decide(by, _ -> rules.endSwap(by, swap));
    }

    /// Signs for one side; the hand-over is filled in by the first who signs.
    ///
    /// @param leads whether the signer leads shifts and may stand for either side
    /// @param note what is to be said beyond what is known; may be empty
    public Outcome sign(OperatorName by, boolean leads, Side side, String note, Instant about) {
        List<HandOverItem> open = open(about);
        return book.decide(by, now -> rules.sign(now, by, leads, side, note, open));
    }

    /// What the next shift has to know, from all areas.
    public List<HandOverItem> open(Instant now) {
        List<HandOverItem> all = new ArrayList<>();
        sources.forEach(source -> all.addAll(source.open(now)));
        if (all.size() <= HandOver.ITEMS_MAX) {
            return List.copyOf(all);
        }
        int kept = HandOver.ITEMS_MAX - 1;
        HandOverItem rest =
                HandOverItem.of(HandOverKind.OTHER, "+" + (all.size() - kept), null, "");
        return Stream.concat(all.stream().limit(kept), Stream.of(rest)).toList();
    }

    public List<Swap> openSwaps(Instant now) {
        return book.read(() -> roster.openSwaps(now));
    }

    /// The newest first.
    public List<HandOver> handOvers() {
        return book.read(roster::handOvers);
    }

    public Optional<HandOver> handOver(long number) {
        return book.read(() -> roster.handOver(number));
    }

    /// One shift as the roster has it.
    ///
    /// @param changed whether it differs from the plan of the week
    public record Planned(Slot slot, Instant begin, Instant end, Crew crew, boolean changed) {}

    /// Seven days from one on, each with its shifts in the order of their begin.
    public List<Planned> week(LocalDate from) {
        return book.read(() ->
                from.datesUntil(from.plusDays(DayOfWeek.values().length))
                        .flatMap(date -> roster.plan().slots(date).stream())
                        .map(this::planned)
                        .toList());
    }

    /// One shift as the roster has it.
    public Planned shift(Slot slot) {
        return book.read(() -> planned(slot));
    }

    private Planned planned(Slot slot) {
        RosterPlan plan = roster.plan();
        return new Planned(
                slot, plan.begin(slot), plan.end(slot), plan.crew(slot), plan.isChanged(slot));
    }

    /// The crew of every week, as it holds from tomorrow on.
    public Crew weekly(Instant now, DayOfWeek day, Shift shift) {
        return book.read(() -> {
            RosterPlan plan = roster.plan();
            return plan.planned(plan.dateOf(now).plusDays(1), day, shift);
        });
    }

    /// When shifts begin, from tomorrow on.
    public ShiftTimes times(Instant now) {
        return book.read(() -> roster.plan().times(roster.plan().dateOf(now).plusDays(1)));
    }

    /// Shifts that were taken over and handed over again, with who worked in them.
    ///
    /// @param at when it was handed over
    public record Served(Slot slot, Crew crew, Instant at) {}

    /// Shifts that came to their signed end within a time, the oldest first.
    public List<Served> served(Instant from, Instant to) {
        return book.read(() ->
                roster.handOvers().reversed().stream()
                        .filter(HandOver::isComplete)
                        .map(each ->
                                new Served(
                                        each.from(),
                                        roster.plan().crew(each.from()),
                                        Roster.completedAt(each)))
                        .filter(each -> !each.at().isBefore(from) && each.at().isBefore(to))
                        .toList());
    }
}
