package org.menfang.hub.repair;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.repair.NewRepair.MeasuredFault;
import org.menfang.hub.repair.RepairEntry.PictureTime;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Where people act on repairs, and see them. Any thread may call it.
public final class RepairBook implements RepairDesk {
    /// More than that at once nobody can mend: what comes on top is told, and not taken.
    public static final int OPEN_REPAIRS_MAX = 1_000;

    /// Of one repair.
    public static final int PICTURES_MAX = 20;

    /// Printed at once: four sheets of paper.
    public static final int SLIPS_ONCE_MAX = 24;

    /// Of one repair. The neighbours of a lamp are not more households.
    public static final int SLIPS_MAX = 96;

    private final Book book;
    private final Repairs repairs;

    public RepairBook(Book book, Repairs repairs) {
        this.book = book;
        this.repairs = repairs;
    }

    @Override
    public Outcome report(OperatorName by, NewRepair repair) {
        return book.decide(by, now -> RepairRules.report(repairs, repair, now));
    }

    /// Takes a repair on.
    public Outcome accept(OperatorName by, int number) {
        return act(by, number, RepairRules::accept);
    }

    public Outcome begin(OperatorName by, int number) {
        return act(by, number, RepairRules::begin);
    }

    /// @param note what was done; may be empty
    public Outcome finish(OperatorName by, int number, String note) {
        return act(by, number, (repair, who) -> RepairRules.finish(repair, who, note));
    }

    public Outcome giveBack(OperatorName by, int number, String why) {
        return act(by, number, (repair, who) -> RepairRules.giveBack(repair, who, why));
    }

    /// Says of what is called done that it is not.
    public Outcome sendBack(OperatorName by, int number, String why) {
        return act(by, number, (repair, who) -> RepairRules.sendBack(repair, who, why));
    }

    /// Closes what was done, by somebody other than those who did it.
    ///
    /// @param note may be empty
    public Outcome check(OperatorName by, int number, String note) {
        return act(by, number, (repair, who) -> RepairRules.check(repair, who, note));
    }

    /// Closes what is not broken.
    public Outcome nothingToMend(OperatorName by, int number, String why) {
        return act(by, number, (repair, who) -> RepairRules.nothingToMend(repair, who, why));
    }

    public Outcome addPicture(
            OperatorName by, int number, PictureTime when, Sha256 picture, Sha256 sent) {
        return act(
                by,
                number,
                (repair, _) ->
                        RepairRules.picture(
                                repair, new RepairEntry.Pictured(number, when, picture, sent)));
    }

    /// Makes slips with which residents rate the result.
    ///
    /// @param codes digests of what stands on them
    public Outcome makeSlips(OperatorName by, int number, List<Sha256> codes) {
        return act(by, number, (repair, _) -> RepairRules.makeSlips(repair, codes));
    }

    /// Takes the rating of whoever holds a slip. Each slip rates once; nobody is asked who it is.
    public Outcome rate(int number, Sha256 code, int stars) {
        return act(
                Book.HUB,
                number,
                (repair, _) ->
                        RepairRules.rate(repair, repairs.hasSlip(number, code), stars, code));
    }

    /// Whether a slip can still rate.
    public boolean hasSlip(int number, Sha256 code) {
        return book.read(() -> repairs.hasSlip(number, code));
    }

    /// Closes what a gate measured to be mended. Only the watch over measured faults calls it.
    Outcome closeMeasured(int number) {
        return act(Book.HUB, number, (repair, _) -> RepairRules.measured(repair));
    }

    private Outcome act(
            OperatorName by, int number, BiFunction<Repair, OperatorName, Verdict> judge) {
        return decide(by, number, repair -> judge.apply(repair, by));
    }

    Outcome decide(OperatorName by, int number, Function<Repair, Verdict> judge) {
        return book.decide(
                by,
                _ ->
                        repairs.find(number)
                                .map(judge)
                                .orElseGet(() -> Verdict.refuse("refused.cases.no-such-repair")));
    }

    public Optional<Repair> find(int number) {
        return book.read(() -> repairs.find(number));
    }

    /// The open repair that a report would be the same as.
    public Optional<Repair> findOpen(NewRepair same) {
        return book.read(() -> repairs.findOpen(same));
    }

    /// All that are open, the oldest first.
    public List<Repair> open() {
        return book.read(repairs::open);
    }

    /// Those that were closed at a time or after it, the newest number first.
    public List<Repair> closedSince(Instant from) {
        return book.read(() -> repairs.closedSince(from));
    }

    /// Those that are open, and those that were closed at a time or later.
    public List<Repair> since(Instant from) {
        return book.read(() ->
                Stream.concat(repairs.open().stream(), repairs.closedSince(from).stream())
                        .toList());
    }

    /// The pictures of all repairs: what is kept of others belongs to nothing.
    public Set<Sha256> pictures() {
        return book.read(repairs::pictures);
    }

    /// The faults for which there is an open repair that only a measurement closes.
    public Set<MeasuredFault> openFaults(CompoundId compound) {
        return book.read(repairs::open).stream()
                .map(Repair::what)
                .filter(what -> what.compound().equals(compound))
                .flatMap(what -> Optional.ofNullable(what.fault()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What everybody may know.
    ///
    /// @param from what is counted as closed was closed then or later
    /// @param to and before this
    public RepairFigures figures(CompoundId compound, Instant from, Instant to) {
        return RepairFigures.of(book.read(() -> repairs.of(compound)), from, to);
    }
}
