package org.menfang.hub.roster;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.OperatorName;

/// Judges what people want to do with the roster.
final class RosterRules {
    /// How long before its begin a shift can take over.
    static final Duration EARLY_MAX = Duration.ofMinutes(60);

    private final Roster roster;
    private final RosterPlan plan;
    private final Predicate<OperatorName> team;

    /// @param team who can be put on a roster
    RosterRules(Roster roster, Predicate<OperatorName> team) {
        this.roster = roster;
        this.plan = roster.plan();
        this.team = team;
    }

    Verdict setTimes(Instant now, ShiftTimes times) {
        return times.areSound()
                ? Verdict.write(
                        new RosterEntry.TimesSet(
                                plan.dateOf(now).plusDays(1),
                                times.early(),
                                times.late(),
                                times.night()))
                : Verdict.refuse("refused.patrol.times");
    }

    Verdict planWeek(Instant now, DayOfWeek day, Shift shift, Crew crew) {
        return fault(crew)
                .map(Verdict::refuse)
                .orElseGet(() ->
                        Verdict.write(
                                new RosterEntry.WeekPlanned(
                                        plan.dateOf(now).plusDays(1), day, shift, crew)));
    }

    Verdict changeDay(Instant now, Slot slot, Crew crew) {
        return isOver(slot, now)
                ? Verdict.refuse("refused.patrol.shift-over")
                : fault(crew)
                        .map(Verdict::refuse)
                        .orElseGet(() ->
                                Verdict.write(
                                        new RosterEntry.DayChanged(
                                                slot.date(), slot.shift(), crew)));
    }

    Verdict restoreDay(Instant now, Slot slot) {
        if (isOver(slot, now)) {
            return Verdict.refuse("refused.patrol.shift-over");
        }
        return plan.isChanged(slot)
                ? Verdict.write(new RosterEntry.DayRestored(slot.date(), slot.shift()))
                : new Verdict.Write(List.of());
    }

    private Optional<String> fault(Crew crew) {
        if (crew.everybody().size() > Crew.PERSONS_MAX) {
            return Optional.of("refused.patrol.crew-large");
        }
        return crew.everybody().stream().allMatch(team)
                ? Optional.empty()
                : Optional.of("refused.patrol.not-in-team");
    }

    private boolean isOver(Slot slot, Instant now) {
        return !plan.end(slot).isAfter(now);
    }

    Verdict askSwap(
            Instant now, OperatorName by, Slot slot, OperatorName with, @Nullable Slot back) {
        if (isOver(slot, now) || (back != null && isOver(back, now))) {
            return Verdict.refuse("refused.patrol.shift-over");
        }
        if (roster.openSwaps(now).size() >= Roster.SWAPS_MAX) {
            return Verdict.refuse("refused.patrol.swaps-many");
        }
        return swapFault(by, slot, with, back)
                .map(Verdict::refuse)
                .orElseGet(() ->
                        Verdict.write(
                                new RosterEntry.SwapAsked(
                                        roster.nextSwap(),
                                        slot.date(),
                                        slot.shift(),
                                        with,
                                        back == null ? null : back.date(),
                                        back == null ? null : back.shift())));
    }

    private Optional<String> swapFault(
            OperatorName asker, Slot slot, OperatorName with, @Nullable Slot back) {
        if (!team.test(with)) {
            return Optional.of("refused.patrol.not-in-team");
        }
        if (!plan.crew(slot).has(asker)) {
            return Optional.of("refused.patrol.not-your-shift");
        }
        if (plan.crew(slot).has(with)) {
            return Optional.of("refused.patrol.there-already");
        }
        return back == null || (plan.crew(back).has(with) && !plan.crew(back).has(asker))
                ? Optional.empty()
                : Optional.of("refused.patrol.no-return");
    }

    Verdict agreeSwap(Instant now, OperatorName by, long number) {
        Optional<Swap> found = roster.swap(number).filter(swap -> roster.isOpen(swap, now));
        if (found.isEmpty()) {
            return Verdict.refuse("refused.patrol.swap-gone");
        }
        Swap swap = found.get();
        if (!swap.with().equals(by)) {
            return Verdict.refuse("refused.patrol.not-asked");
        }
        return swapFault(swap.asker(), swap.slot(), by, swap.back())
                .map(Verdict::refuse)
                .orElseGet(() -> Verdict.write(new RosterEntry.SwapAgreed(number)));
    }

    Verdict endSwap(OperatorName by, long number) {
        Optional<Swap> swap = roster.swap(number);
        if (swap.isEmpty()) {
            return Verdict.refuse("refused.patrol.swap-gone");
        }
        return swap.get().with().equals(by) || swap.get().asker().equals(by)
                ? Verdict.write(new RosterEntry.SwapEnded(number))
                : Verdict.refuse("refused.patrol.not-asked");
    }

    /// @param leads whether the signer leads shifts and may stand for either side
    Verdict sign(
            Instant now,
            OperatorName by,
            boolean leads,
            Side side,
            String note,
            List<HandOverItem> open) {
        Optional<Duty> found = roster.duty(now);
        Optional<Slot> coming = found.flatMap(duty -> coming(duty, now));
        if (found.isEmpty()) {
            return Verdict.refuse("refused.patrol.no-roster");
        }
        if (coming.isEmpty()) {
            return Verdict.refuse("refused.patrol.too-early");
        }
        if (!FreeText.isSound(note, HandOver.NOTE_CHARS_MAX)) {
            return Verdict.refuse("refused.patrol.text");
        }
        Duty duty = found.get();
        HandOver begun = begun(duty, coming.get());
        return signFault(by, leads, side, duty, coming.get(), begun)
                .map(Verdict::refuse)
                .orElseGet(() -> write(duty.answering(), coming.get(), begun, side, note, open));
    }

    /// Which shift can take over now: the one that runs, or the next one shortly before it begins.
    Optional<Slot> coming(Duty duty, Instant now) {
        if (duty.waiting()) {
            return Optional.of(duty.running());
        }
        Slot next = plan.next(duty.answering());
        return plan.begin(next).minus(EARLY_MAX).isAfter(now)
                ? Optional.empty()
                : Optional.of(next);
    }

    /// What one side has signed for the same change of shifts already.
    static @Nullable HandOver begun(Duty duty, Slot coming) {
        HandOver open = duty.handOver();
        return open != null && open.to().equals(coming) ? open : null;
    }

    private Optional<String> signFault(
            OperatorName by,
            boolean leads,
            Side side,
            Duty duty,
            Slot coming,
            @Nullable HandOver begun) {
        boolean belongs =
                switch (side) {
                    case LEAVING -> duty.persons().contains(by);
                    case COMING -> plan.crew(coming).has(by);
                };
        if (!belongs && !leads) {
            return Optional.of("refused.patrol.not-your-side");
        }
        HandOver.Signature own = begun == null ? null : begun.of(side);
        HandOver.Signature others = begun == null ? null : begun.of(side.other());
        if (own != null) {
            return Optional.of("refused.patrol.signed-already");
        }
        return others != null && others.by().equals(by)
                ? Optional.of("refused.patrol.one-person")
                : Optional.empty();
    }

    private Verdict write(
            Slot leaving,
            Slot coming,
            @Nullable HandOver begun,
            Side side,
            String note,
            List<HandOverItem> open) {
        if (begun == null) {
            long number = roster.nextHandOver();
            return Verdict.write(
                    new RosterEntry.HandOverBegun(
                            number,
                            leaving.date(),
                            leaving.shift(),
                            coming.date(),
                            coming.shift(),
                            open),
                    new RosterEntry.HandOverSigned(number, side, note, List.of()));
        }
        List<HandOverItem> since =
                open.stream()
                        .filter(item -> begun.items().stream().noneMatch(item::isSameAs))
                        .toList();
        return Verdict.write(new RosterEntry.HandOverSigned(begun.number(), side, note, since));
    }
}
