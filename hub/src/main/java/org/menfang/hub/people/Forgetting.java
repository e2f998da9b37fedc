package org.menfang.hub.people;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.office.Timed;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.people.PeopleCheck;
import org.menfang.people.PeopleFiles;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Makes the hub forget people, by two persons of two bodies. Name, address and pictures go; the
/// number stays, which the log and the gates have known all along, so that nothing in the log
/// changes and its chain holds.
///
/// A name that comes back, from an old table or an old copy, is taken away again.
public final class Forgetting implements Timed {
    private static final System.Logger LOG = System.getLogger(Forgetting.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final Book book;
    private final Register register;
    private final PeopleOffice office;
    private final GraveDesk grave;
    private final Places places;
    private Instant nextLook = Instant.MIN;

    /// Where something of a person may lie.
    ///
    /// @param tables tables of people that wait
    public record Places(
            Names names,
            ImportShelf tables,
            CareWatch care,
            PicturesOfPeople pictures,
            Homes homes) {}

    /// Takes links and accounts from a household in which nobody is left.
    @FunctionalInterface
    public interface Homes {
        Outcome empty(OperatorName by, CompoundId compound, HouseholdId household);
    }

    /// Registers what it proposes.
    public Forgetting(
            Book book, Register register, PeopleOffice office, GraveDesk grave, Places places) {
        this.book = book;
        this.register = register;
        this.office = office;
        this.grave = grave;
        this.places = places;
        grave.register("people.forget", ForgetAct.class, this::forgetAll);
    }

    /// Those of a compound who have no rights any more and whose names are still known, who left
    /// first.
    List<Leaver> leavers(RuleSet rules) {
        Set<HolderId> here = new HashSet<>();
        rules.holders().forEach(holder -> here.add(holder.id()));
        return places.names().all().all().stream()
                .filter(person -> isOf(rules.compound(), person.compound()))
                .filter(person -> !here.contains(person.holder()))
                .map(person -> leaver(rules.compound(), person))
                .sorted(
                        Comparator.comparing((Leaver each) ->
                                        Objects.requireNonNullElse(each.endedAt(), Instant.EPOCH))
                                .thenComparing(Leaver::holder))
                .toList();
    }

    private Leaver leaver(CompoundId compound, Person person) {
        Register.Key key = new Register.Key(compound, person.holder());
        Instant ended = book.read(() -> register.endedAt(key)).orElse(null);
        return new Leaver(person.holder(), person.name(), person.household(), ended);
    }

    /// A name that stands under no compound is one of the only compound.
    private boolean isOf(CompoundId compound, @Nullable CompoundId named) {
        return compound.equals(named) || (named == null && office.newestOfAll().size() == 1);
    }

    /// Proposes to forget people; it waits for the second person.
    Outcome propose(OperatorName by, ForgetAct act) {
        if (act.holders().isEmpty() || act.holders().size() > ForgetAct.HOLDERS_MAX) {
            return new Outcome.Refused("refused.people.forget-whom");
        }
        boolean known =
                act.holders().stream()
                        .allMatch(each ->
                                holder(act.compound(), each).isPresent()
                                        || places.names()
                                                .all()
                                                .find(act.compound(), each)
                                                .isPresent());
        return known
                ? grave.propose(by, act)
                : new Outcome.Refused("refused.people.forget-unknown");
    }

    private Optional<Holder> holder(CompoundId compound, HolderId holder) {
        return office.newest(compound).flatMap(set -> HolderEdits.find(set, holder));
    }

    private Outcome forgetAll(ForgetAct act, OperatorName executed, OperatorName checked) {
        Outcome outcome = new Outcome.Done(List.of());
        for (HolderId holder : act.holders()) {
            outcome = forget(act, holder, executed, checked);
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
        }
        return outcome;
    }

    /// The entry is written last: what it says is true by then, wherever the hub stops.
    private Outcome forget(
            ForgetAct act, HolderId holder, OperatorName executed, OperatorName checked) {
        Outcome ended = end(executed, act.compound(), holder);
        if (!(ended instanceof Outcome.Done)) {
            return ended;
        }
        List<Sha256> texts =
                places.names()
                        .all()
                        .find(act.compound(), holder)
                        .map(person -> NamingTexts.find(book, person.name()))
                        .orElse(List.of());
        if (!erase(act.compound(), holder) || !takeTables(holder)) {
            return new Outcome.Failed("the name cannot be taken away");
        }
        places.pictures().forget(act.compound(), holder);
        return book.decide(
                executed,
                _ ->
                        Verdict.write(
                                new PeopleEntry.Forgotten(
                                        act.compound(),
                                        holder,
                                        act.reason(),
                                        executed,
                                        checked,
                                        texts)));
    }

    /// Ends what the person still has: rights, cards, care, and the link of an empty household.
    private Outcome end(OperatorName by, CompoundId compound, HolderId holder) {
        places.care().endIfAny(by, compound, holder);
        Optional<Holder> still = holder(compound, holder);
        if (still.isEmpty()) {
            return new Outcome.Done(List.of());
        }
        Outcome ended = office.endByTwo(by, compound, holder);
        HouseholdId household = still.get().household();
        return ended instanceof Outcome.Done && household != null
                ? places.homes().empty(by, compound, household)
                : ended;
    }

    /// Takes the name away. One that stands under no compound stays for others with that number.
    private boolean erase(CompoundId compound, HolderId holder) {
        People known = places.names().all();
        Optional<Person> found = known.find(compound, holder);
        if (found.isEmpty()) {
            return true;
        }
        Person person = found.get();
        List<Person> others = new ArrayList<>();
        if (person.compound() == null) {
            office.newestOfAll().stream()
                    .map(RuleSet::compound)
                    .filter(other -> !other.equals(compound))
                    .filter(other -> holder(other, holder).isPresent())
                    .filter(other -> known.find(other, holder).filter(person::equals).isPresent())
                    .forEach(other -> others.add(as(person, other)));
        }
        return (others.isEmpty() || places.names().keep(others))
                && places.names().forget(List.of(person))
                && erase(compound, holder);
    }

    private static Person as(Person person, CompoundId compound) {
        return new Person(
                compound, person.holder(), person.name(), person.household(), person.address());
    }

    /// Tables that still wait may name the person; whoever sent one can send it again.
    private boolean takeTables(HolderId holder) {
        try {
            places.tables()
                    .removeWhere(file ->
                            PeopleFiles.check(file)
                                            instanceof
                                            PeopleCheck.Good(List<org.menfang.people.Person> people)
                                    && people.stream()
                                            .anyMatch(line -> line.holder().equals(holder)));
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "a waiting table cannot be taken away", e);
            return false;
        }
    }

    @Override
    public void tick(Instant now) {
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK_EVERY);
        Set<Register.Key> forgotten = book.read(register::forgotten);
        if (forgotten.isEmpty()) {
            return;
        }
        People known = places.names().all();
        forgotten.stream()
                .filter(who -> known.find(who.compound(), who.holder()).isPresent())
                .forEach(who -> {
                    if (erase(who.compound(), who.holder())) {
                        book.decide(
                                Book.HUB,
                                _ ->
                                        Verdict.write(
                                                new PeopleEntry.ForgottenAgain(
                                                        who.compound(), who.holder())));
                    }
                });
    }
}
