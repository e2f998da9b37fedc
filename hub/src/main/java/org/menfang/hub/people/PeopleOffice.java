package org.menfang.hub.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.rules.RulesOffice;
import org.menfang.hub.rules.RulesOffice.Changed;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;

/// Where holders and their cards are changed. Each change makes the next rule set from the newest
/// one, signs it, puts it on the shelf, and is written into the log.
public final class PeopleOffice {
    private static final System.Logger LOG = System.getLogger(PeopleOffice.class.getName());
    private static final String NUMBER = "h-";

    private final Book book;
    private final Register register;
    private final RulesOffice rules;
    private final Names names;

    public PeopleOffice(Book book, Register register, RulesOffice rules, Names names) {
        this.book = book;
        this.register = register;
        this.rules = rules;
        this.names = names;
    }

    /// What a person is called and where the person lives.
    ///
    /// @param address may be empty
    public record Called(String name, String address) {}

    /// The newest set of a compound; empty where nothing was ever published.
    public Optional<RuleSet> newest(CompoundId compound) {
        try {
            return rules.newest(compound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The newest set of each compound.
    public List<RuleSet> newestOfAll() {
        try {
            return rules.newestOfAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public People names() {
        return names.all();
    }

    public Optional<Assistance> helpFor(CompoundId compound, HolderId holder) {
        return book.read(() -> register.helpFor(new Register.Key(compound, holder)));
    }

    public Optional<Instant> tenancyOf(CompoundId compound, HolderId holder) {
        return book.read(() -> register.tenancyOf(new Register.Key(compound, holder)));
    }

    List<Tenancies.Tenancy> tenancies(RuleSet set) {
        return book.read(() -> Tenancies.of(set, register));
    }

    /// A number that nobody has or ever had.
    HolderId nextNumber(CompoundId compound) {
        return freeNumbers(compound, 1).getFirst();
    }

    List<HolderId> freeNumbers(CompoundId compound, int count) {
        Set<HolderId> taken = new HashSet<>();
        newest(compound).ifPresent(set -> set.holders().forEach(each -> taken.add(each.id())));
        names.all().all().forEach(person -> taken.add(person.holder()));
        List<HolderId> free = new ArrayList<>();
        book.read(() -> {
            for (int n = 1; free.size() < count; n++) {
                HolderId number = new HolderId(NUMBER + "%03d".formatted(n));
                if (!taken.contains(number)
                        && !register.wasGiven(new Register.Key(compound, number))) {
                    free.add(number);
                }
            }
            return free;
        });
        return free;
    }

    /// Adds somebody.
    public Outcome add(OperatorName by, CompoundId compound, Holder holder, Called called) {
        return kept(
                List.of(person(compound, holder, called)),
                change(
                        by,
                        compound,
                        set ->
                                HolderEdits.find(set, holder.id()).isPresent()
                                        ? new RulesOffice.Change.Refuse("refused.people.number")
                                        : HolderEdits.add(set, List.of(holder)),
                        version ->
                                new PeopleEntry.HolderAdded(
                                        compound,
                                        holder.id(),
                                        holder.kind(),
                                        holder.household(),
                                        holder.profiles(),
                                        version)));
    }

    /// Changes what somebody may, and what the person is called.
    public Outcome change(OperatorName by, CompoundId compound, Holder holder, Called called) {
        if (isForgotten(compound, List.of(holder.id()))) {
            return new Outcome.Refused("refused.people.forgotten");
        }
        Person person = person(compound, holder, called);
        boolean renamed =
                !names.all().find(compound, holder.id()).filter(person::equals).isPresent();
        boolean less =
                newest(compound)
                        .flatMap(set -> HolderEdits.find(set, holder.id()))
                        .filter(before -> HolderEdits.lessens(before, holder))
                        .isPresent();
        RulesOffice.Changing changing = set -> HolderEdits.change(set, holder.id(), _ -> holder);
        LongFunction<PeopleEntry> entry = version -> changed(compound, holder, version);
        Outcome outcome =
                less
                        ? take(by, compound, holder.id(), changing, entry)
                        : change(by, compound, changing, entry);
        if (renamed && outcome instanceof Outcome.Done) {
            outcome =
                    book.decide(
                            by,
                            _ -> Verdict.write(new PeopleEntry.NameWritten(compound, holder.id())));
        }
        return kept(List.of(person), outcome);
    }

    private static PeopleEntry changed(CompoundId compound, Holder holder, long version) {
        return new PeopleEntry.HolderChanged(
                compound,
                holder.id(),
                holder.kind(),
                holder.household(),
                holder.profiles(),
                holder.suspended(),
                holder.extendedTimes(),
                version);
    }

    /// Ends all rights of somebody, with all cards.
    public Outcome end(OperatorName by, CompoundId compound, HolderId holder) {
        return take(
                by,
                compound,
                holder,
                set -> HolderEdits.end(set, holder),
                version -> new PeopleEntry.HolderEnded(compound, holder, version));
    }

    /// As {@link #end}, where two persons of two bodies have agreed.
    Outcome endByTwo(OperatorName by, CompoundId compound, HolderId holder) {
        return change(
                by,
                compound,
                set -> HolderEdits.end(set, holder),
                version -> new PeopleEntry.HolderEnded(compound, holder, version));
    }

    /// Puts all cards of many people out of use, or in use again, where two persons of two bodies
    /// have agreed.
    Outcome block(ManyAct act, OperatorName executed, OperatorName checked) {
        return change(
                executed,
                act.compound(),
                set -> HolderEdits.suspend(set, Set.copyOf(act.holders()), act.blocked()),
                version ->
                        new PeopleEntry.ManyBlocked(
                                act.compound(),
                                act.holders(),
                                act.blocked(),
                                act.reason(),
                                executed,
                                checked,
                                version));
    }

    private boolean isForgotten(CompoundId compound, List<HolderId> holders) {
        return book.read(() ->
                holders.stream()
                        .anyMatch(each -> register.isForgotten(new Register.Key(compound, each))));
    }

    /// Gives a card that nobody has. It ends with the tenancy of its holder.
    public Outcome give(
            OperatorName by, CompoundId compound, HolderId holder, CredentialIdentifier card) {
        CardFormat format = CardFormat.of(card);
        if (format.use() != CardFormat.Use.COPIED_IN_THE_STREET) {
            return new Outcome.Refused("refused.people.no-plain-card");
        }
        return change(
                by,
                compound,
                set -> {
                    Instant until =
                            register.tenancyOf(new Register.Key(compound, holder)).orElse(null);
                    return HolderEdits.give(
                            set,
                            Credential.card(card, holder, CredentialStatus.ACTIVE, null, until));
                },
                version ->
                        new PeopleEntry.CardGiven(
                                compound, holder, CardFormat.tail(card), version));
    }

    /// Says that a card is lost, suspended, or in use again.
    public Outcome setStatus(
            OperatorName by,
            CompoundId compound,
            CredentialIdentifier card,
            CredentialStatus status) {
        Optional<HolderId> holder = holderOf(compound, card);
        if (holder.isEmpty()) {
            return new Outcome.Refused("refused.people.no-card");
        }
        RulesOffice.Changing changing = set -> HolderEdits.status(set, card, status);
        LongFunction<PeopleEntry> entry =
                version ->
                        new PeopleEntry.CardChanged(
                                compound, holder.get(), CardFormat.tail(card), status, version);
        return status == CredentialStatus.SUSPENDED
                ? take(by, compound, holder.get(), changing, entry)
                : change(by, compound, changing, entry);
    }

    public Outcome takeBack(OperatorName by, CompoundId compound, CredentialIdentifier card) {
        Optional<HolderId> holder = holderOf(compound, card);
        if (holder.isEmpty()) {
            return new Outcome.Refused("refused.people.no-card");
        }
        return take(
                by,
                compound,
                holder.get(),
                set -> HolderEdits.takeBack(set, card),
                version ->
                        new PeopleEntry.CardTakenBack(
                                compound, holder.get(), CardFormat.tail(card), version));
    }

    /// Says when a tenancy ends: all cards end then.
    ///
    /// @param until a whole minute; none: it no longer ends
    public Outcome setTenancy(
            OperatorName by, CompoundId compound, HolderId holder, @Nullable Instant until) {
        return change(
                by,
                compound,
                set -> HolderEdits.until(set, holder, until),
                version -> new PeopleEntry.TenancySet(compound, holder, until, version));
    }

    /// @param help none where it is not needed any more
    public Outcome noteHelp(
            OperatorName by, CompoundId compound, HolderId holder, @Nullable Assistance help) {
        return book.decide(
                by, _ -> Verdict.write(new PeopleEntry.AssistanceNoted(compound, holder, help)));
    }

    /// Takes over a table: names for all, and rights for those who are new.
    Outcome takeOver(
            OperatorName by,
            CompoundId compound,
            AccessProfileId profile,
            List<org.menfang.people.Person> table) {
        if (isForgotten(compound, table.stream().map(org.menfang.people.Person::holder).toList())) {
            return new Outcome.Refused("refused.people.forgotten");
        }
        ImportPlan plan =
                newest(compound)
                        .map(set -> ImportPlan.of(set, names.all(), table))
                        .orElse(new ImportPlan(0, 0, 0, 0));
        Outcome outcome =
                change(
                        by,
                        compound,
                        set -> ImportPlan.apply(set, table, profile),
                        version ->
                                new PeopleEntry.Imported(
                                        compound, plan.people(), plan.added(), version));
        return kept(
                table.stream()
                        .map(line ->
                                new Person(
                                        compound,
                                        line.holder(),
                                        line.name(),
                                        line.household() == null ? "" : line.household().value(),
                                        line.address()))
                        .toList(),
                outcome);
    }

    private Optional<HolderId> holderOf(CompoundId compound, CredentialIdentifier card) {
        return newest(compound).flatMap(set -> HolderEdits.find(set, card)).map(Credential::holder);
    }

    /// The rules are on the shelf before the entry is written, both under the lock of the log.
    private Outcome change(
            OperatorName by,
            CompoundId compound,
            RulesOffice.Changing changing,
            LongFunction<PeopleEntry> entry) {
        return book.decide(by, _ -> judged(compound, changing, entry));
    }

    /// A change by one person alone that takes something of somebody's rights.
    private Outcome take(
            OperatorName by,
            CompoundId compound,
            HolderId holder,
            RulesOffice.Changing changing,
            LongFunction<PeopleEntry> entry) {
        return book.decide(
                by,
                now -> {
                    if (!register.mayTakeAlone(new Register.Key(compound, holder), now)) {
                        return Verdict.refuse("refused.people.many");
                    }
                    return switch (judged(compound, changing, entry)) {
                        case Verdict.Refuse refused -> refused;
                        case Verdict.Write(List<EntryBody> bodies) -> {
                            List<EntryBody> all = new ArrayList<>(bodies);
                            all.add(new PeopleEntry.RightsTaken(compound, holder));
                            yield new Verdict.Write(all);
                        }
                    };
                });
    }

    private Verdict judged(
            CompoundId compound, RulesOffice.Changing changing, LongFunction<PeopleEntry> entry) {
        try {
            return switch (rules.change(compound, changing)) {
                case Changed.Done(RuleSet set) -> Verdict.write(entry.apply(set.version()));
                case Changed.Refused(String key) -> Verdict.refuse(key);
                case Changed.Faulty(var faults) -> {
                    LOG.log(System.Logger.Level.WARNING, "no gate would take: {0}", faults);
                    yield Verdict.refuse("refused.people.faulty");
                }
                case Changed.NoRules() -> Verdict.refuse("refused.people.no-rules");
            };
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the rules cannot be changed", e);
            return Verdict.refuse("refused.storage");
        }
    }

    private Outcome kept(List<Person> people, Outcome outcome) {
        return outcome instanceof Outcome.Done && !names.keep(people)
                ? new Outcome.Failed("the names cannot be kept")
                : outcome;
    }

    private static Person person(CompoundId compound, Holder holder, Called called) {
        String household = holder.household() == null ? "" : holder.household().value();
        return new Person(compound, holder.id(), called.name(), household, called.address());
    }
}
