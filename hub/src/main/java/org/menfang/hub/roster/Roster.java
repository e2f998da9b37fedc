package org.menfang.hub.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.OperatorName;

/// Who works when, and who has taken over from whom.
public final class Roster implements Chapter {
    /// How many hand-overs are remembered; the log keeps them all.
    static final int HAND_OVERS_MAX = 2_000;

    /// How many requests to swap may wait at once.
    static final int SWAPS_MAX = 50;

    /// How far a roster may begin before its first shift with anybody in it.
    private static final int FIRST_SLOTS_MAX = 60;

    private final RosterPlan plan;
    private final TreeMap<Long, Swap> swaps = new TreeMap<>();
    private final TreeMap<Long, HandOver> handOvers = new TreeMap<>();
    private long lastSwap;
    private long lastHandOver;
    private @Nullable Instant begunAt;
    private @Nullable HandOver taken;

    /// @param zone in which people read times
    public Roster(ZoneId zone) {
        this.plan = new RosterPlan(zone);
    }

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("roster.times-set", RosterEntry.TimesSet.class),
                new EntryType<>("roster.week-planned", RosterEntry.WeekPlanned.class),
                new EntryType<>("roster.day-changed", RosterEntry.DayChanged.class),
                new EntryType<>("roster.day-restored", RosterEntry.DayRestored.class),
                new EntryType<>("roster.swap-asked", RosterEntry.SwapAsked.class),
                new EntryType<>("roster.swap-agreed", RosterEntry.SwapAgreed.class),
                new EntryType<>("roster.swap-ended", RosterEntry.SwapEnded.class),
                new EntryType<>("roster.hand-over-begun", RosterEntry.HandOverBegun.class),
                new EntryType<>("roster.hand-over-signed", RosterEntry.HandOverSigned.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof RosterEntry fact) {
            take(entry, fact);
        }
    }

    private void take(Entry entry, RosterEntry fact) {
        switch (fact) {
            case RosterEntry.TimesSet(
                            LocalDate from,
                            LocalTime early,
                            LocalTime late,
                            LocalTime night) ->
                    plan.setTimes(from, new ShiftTimes(early, late, night));
            case RosterEntry.WeekPlanned(LocalDate from, DayOfWeek day, Shift shift, Crew crew) -> {
                begin(entry);
                plan.planWeek(from, day, shift, crew);
            }
            case RosterEntry.DayChanged(LocalDate date, Shift shift, Crew crew) -> {
                begin(entry);
                plan.change(new Slot(date, shift), crew);
            }
            case RosterEntry.DayRestored(LocalDate date, Shift shift) ->
                    plan.restore(new Slot(date, shift));
            case RosterEntry.SwapAsked asked -> ask(entry, asked);
            case RosterEntry.SwapAgreed(long swap) -> agree(swap);
            case RosterEntry.SwapEnded(long swap) -> swaps.remove(swap);
            case RosterEntry.HandOverBegun begun -> begin(entry, begun);
            case RosterEntry.HandOverSigned signed -> sign(entry, signed);
        }
    }

    /// There is nobody to take over from when a roster begins: its first shift answers by itself.
    private void begin(Entry entry) {
        if (begunAt == null) {
            begunAt = entry.at();
        }
    }

    private void ask(Entry entry, RosterEntry.SwapAsked asked) {
        LocalDate backDate = asked.backDate();
        Shift backShift = asked.backShift();
        Slot back = backDate == null || backShift == null ? null : new Slot(backDate, backShift);
        Slot slot = new Slot(asked.date(), asked.shift());
        swaps.put(
                asked.swap(),
                new Swap(asked.swap(), slot, entry.by(), asked.with(), back, entry.at()));
        lastSwap = asked.swap();
    }

    private void agree(long number) {
        Swap swap = swaps.remove(number);
        if (swap == null) {
            return;
        }
        plan.change(swap.slot(), plan.crew(swap.slot()).with(swap.with(), swap.asker()));
        Slot back = swap.back();
        if (back != null) {
            plan.change(back, plan.crew(back).with(swap.asker(), swap.with()));
        }
    }

    private void begin(Entry entry, RosterEntry.HandOverBegun begun) {
        handOvers.put(
                begun.number(),
                new HandOver(
                        begun.number(),
                        new Slot(begun.date(), begun.shift()),
                        new Slot(begun.nextDate(), begun.nextShift()),
                        entry.at(),
                        begun.items(),
                        null,
                        null));
        lastHandOver = begun.number();
        while (handOvers.size() > HAND_OVERS_MAX) {
            handOvers.pollFirstEntry();
        }
    }

    private void sign(Entry entry, RosterEntry.HandOverSigned signed) {
        HandOver before = handOvers.get(signed.number());
        if (before == null) {
            return;
        }
        HandOver after =
                before.signed(
                        signed.side(),
                        new HandOver.Signature(
                                entry.by(), entry.at(), signed.note(), signed.since()));
        handOvers.put(signed.number(), after);
        if (after.isComplete()) {
            taken = after;
        }
    }

    RosterPlan plan() {
        return plan;
    }

    long nextSwap() {
        return lastSwap + 1;
    }

    long nextHandOver() {
        return lastHandOver + 1;
    }

    Optional<Swap> swap(long number) {
        return Optional.ofNullable(swaps.get(number));
    }

    /// Requests that nobody has answered, the oldest first, without those for shifts that are over.
    List<Swap> openSwaps(Instant now) {
        return swaps.values().stream().filter(swap -> isOpen(swap, now)).toList();
    }

    boolean isOpen(Swap swap, Instant now) {
        Slot back = swap.back();
        return plan.end(swap.slot()).isAfter(now)
                && plan.crew(swap.slot()).has(swap.asker())
                && (back == null || plan.crew(back).has(swap.with()));
    }

    Optional<HandOver> handOver(long number) {
        return Optional.ofNullable(handOvers.get(number));
    }

    /// The newest first.
    List<HandOver> handOvers() {
        return List.copyOf(handOvers.descendingMap().values());
    }

    /// Who answers now; empty until there is a roster.
    Optional<Duty> duty(Instant now) {
        Instant begun = begunAt;
        if (begun == null) {
            return Optional.empty();
        }
        HandOver last = taken;
        Slot running = plan.at(now);
        Slot answering = last == null ? first(begun, running) : last.to();
        boolean waiting = plan.begin(answering).isBefore(plan.begin(running));
        return Optional.of(
                new Duty(
                        answering,
                        persons(answering, last),
                        last == null ? plan.begin(answering) : completedAt(last),
                        running,
                        plan.end(running),
                        waiting,
                        handOvers.values().stream()
                                .filter(each -> !each.isComplete() && each.from().equals(answering))
                                .reduce((_, later) -> later)
                                .orElse(null)));
    }

    /// The first shift of the roster that anybody works in, up to the one that runs.
    private Slot first(Instant begun, Slot running) {
        return Stream.iterate(plan.at(begun), plan::next)
                .limit(FIRST_SLOTS_MAX)
                .takeWhile(slot -> plan.begin(slot).isBefore(plan.begin(running)))
                .filter(slot -> !plan.crew(slot).everybody().isEmpty())
                .findFirst()
                .orElse(running);
    }

    /// The crew, and whoever took over in its place.
    private List<OperatorName> persons(Slot answering, @Nullable HandOver last) {
        SequencedSet<OperatorName> persons = new LinkedHashSet<>(plan.crew(answering).everybody());
        HandOver.Signature coming = last == null ? null : last.coming();
        if (coming != null) {
            persons.add(coming.by());
        }
        return new ArrayList<>(persons);
    }

    static Instant completedAt(HandOver last) {
        HandOver.Signature leaving = last.leaving();
        HandOver.Signature coming = last.coming();
        return leaving == null || coming == null
                ? last.begunAt()
                : leaving.at().isAfter(coming.at()) ? leaving.at() : coming.at();
    }
}
