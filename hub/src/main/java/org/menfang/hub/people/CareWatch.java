package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateState;

/// Looks after those who asked for it: where nobody came through a gate for 48 hours, a named
/// neighbour is told, without a name. All that it hangs on stands in the log and among the events,
/// so that a restart changes nothing.
public final class CareWatch implements Timed {
    /// Most people of all compounds who are looked after.
    public static final int PEOPLE_MAX = 500;

    /// A gate that is away for less is not written down: gates keep what happens meanwhile.
    static final Duration AWAY_MIN = Duration.ofMinutes(10);

    static final Duration LOOK_EVERY = Duration.ofMinutes(10);
    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final Duration USE_FOR = Duration.ofHours(12);
    private static final int FOUND_MAX = 50;

    private final Book book;
    private final Cared cared;
    private final Supplier<Board> board;
    private final EventFinder finder;
    private final Teller teller;
    private @Nullable Instant began;
    private Instant nextLook = Instant.MIN;

    public CareWatch(
            Book book, Cared cared, Supplier<Board> board, EventFinder finder, Teller teller) {
        this.book = book;
        this.cared = cared;
        this.board = board;
        this.finder = finder;
        this.teller = teller;
    }

    /// Somebody asked to be looked after.
    Outcome ask(OperatorName by, CareEntry.Asked asked) {
        return book.decide(
                by,
                _ ->
                        cared.people().size() >= PEOPLE_MAX
                                ? Verdict.refuse("refused.people.care-full")
                                : Verdict.write(asked));
    }

    Outcome pause(OperatorName by, CompoundId compound, HolderId holder, Instant until) {
        return book.decide(
                by,
                _ ->
                        cared.find(compound, holder).isEmpty()
                                ? Verdict.refuse("refused.people.no-care")
                                : Verdict.write(new CareEntry.Paused(compound, holder, until)));
    }

    Outcome end(OperatorName by, CompoundId compound, HolderId holder) {
        return book.decide(
                by,
                _ ->
                        cared.find(compound, holder).isEmpty()
                                ? Verdict.refuse("refused.people.no-care")
                                : Verdict.write(new CareEntry.Ended(compound, holder)));
    }

    /// As {@link #end}, where somebody is looked after at all.
    void endIfAny(OperatorName by, CompoundId compound, HolderId holder) {
        if (book.read(() -> cared.find(compound, holder)).isPresent()) {
            end(by, compound, holder);
        }
    }

    List<Cared.Person> people() {
        return book.read(cared::people);
    }

    /// When somebody came through a gate last, in the last month.
    Optional<Instant> lastPassage(Cared.Person person, Instant now) {
        return finder
                .find(
                        new EventSearch.OfHolders(
                                person.compound(), now.minus(LOOKED_BACK), Set.of(person.holder())),
                        FOUND_MAX)
                .stream()
                .filter(logged -> logged.event().body() instanceof EventBody.AccessGranted)
                .map(CareWatch::timeOf)
                .max(Comparator.naturalOrder());
    }

    /// A backlog comes late, so that the gate's own clock tells better, if it is believed.
    private static Instant timeOf(LoggedEvent logged) {
        return logged.event().trust() == TimeTrust.TRUSTED
                ? logged.event().time()
                : logged.heardAt();
    }

    @Override
    public void tick(Instant now) {
        if (began == null) {
            began = now;
        }
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK_EVERY);
        List<Cared.Person> people = people();
        Set<CompoundId> compounds =
                people.stream().map(Cared.Person::compound).collect(Collectors.toSet());
        Board seen = board.get();
        for (GateCard gate : seen.gates()) {
            if (compounds.contains(gate.compound())) {
                follow(gate, Objects.requireNonNull(began), now);
            }
        }
        people.stream()
                .filter(person -> isHeard(person.compound(), seen))
                .forEach(person -> look(person, now));
    }

    /// Writes down when a gate goes and comes back.
    private void follow(GateCard gate, Instant start, Instant now) {
        boolean known = book.read(() -> cared.isAway(gate.compound(), gate.gate()));
        if (gate.online() && known) {
            write(new CareEntry.GateBack(gate.compound(), gate.gate()));
        }
        Instant since = gate.heardAt() == null ? start : gate.heardAt();
        boolean away =
                !gate.online()
                        && !now.isBefore(since.plus(AWAY_MIN))
                        // A hub that has just begun has not heard anybody yet.
                        && !now.isBefore(start.plus(AWAY_MIN));
        if (away && !known) {
            write(new CareEntry.GateAway(gate.compound(), gate.gate(), since));
        }
    }

    private void write(CareEntry entry) {
        book.decide(Book.HUB, _ -> Verdict.write(entry));
    }

    /// Whether all that happened at the gates of a compound has come.
    private static boolean isHeard(CompoundId compound, Board board) {
        List<GateCard> gates =
                board.gates().stream().filter(gate -> gate.compound().equals(compound)).toList();
        return !gates.isEmpty() && gates.stream().allMatch(CareWatch::hasToldAll);
    }

    private static boolean hasToldAll(GateCard gate) {
        GateState state = gate.state();
        return gate.online() && state != null && state.waitingEvents() == 0;
    }

    private void look(Cared.Person person, Instant now) {
        Instant last = lastPassage(person, now).orElse(Instant.EPOCH);
        Instant since = later(later(last, person.since()), person.pausedUntil());
        List<CareRule.Away> away = book.read(() -> cared.away(person.compound(), now));
        Instant told = person.toldAt();
        boolean toldEnough =
                told != null && told.isAfter(since) && now.isBefore(told.plus(CareRule.TOLD_AGAIN));
        if (CareRule.isDue(since, now, away) && !toldEnough) {
            tell(person, now);
        }
    }

    private void tell(Cared.Person person, Instant now) {
        // Told first: rather twice than never.
        teller.tell(
                new Notice(
                        "care." + person.neighbour(),
                        Notice.Urgency.CALL,
                        "请去看看您守望的那一户。是哪一户，请在「平安守望」页上看。",
                        "Please look at the household you look after. The page Care says which.",
                        List.of(person.neighbour()),
                        now.plus(USE_FOR)));
        write(new CareEntry.Told(person.compound(), person.holder(), person.neighbour()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
