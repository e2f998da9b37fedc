package org.menfang.hub.rulebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.decision.DecisionKind;
import org.menfang.hub.decision.RuleAuthority;
import org.menfang.hub.decision.RuleInForce;
import org.menfang.hub.people.ImportShelf;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.rules.RulesOffice;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.Quota;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.Sha256;

/// Where a rules file is looked at, proposed and put in force.
public final class RulebookDesk {
    private static final System.Logger LOG = System.getLogger(RulebookDesk.class.getName());

    private final Book book;
    private final Rulebook rulebook;
    private final RulesOffice rules;
    private final RuleAuthority authority;
    private final GraveDesk grave;
    private final ImportShelf shelf;
    private final TimesBefore times;

    /// Registers what it proposes.
    public RulebookDesk(
            Book book,
            Rulebook rulebook,
            RulesOffice rules,
            RuleAuthority authority,
            GraveDesk grave,
            Files files) {
        this.book = book;
        this.rulebook = rulebook;
        this.rules = rules;
        this.authority = authority;
        this.grave = grave;
        this.shelf = files.shelf();
        this.times = files.times();
        grave.register("rulebook.rules", RulesAct.class, this::putInForce);
        authority.withdrawBy(this::takeBack);
    }

    /// Where files lie.
    ///
    /// @param shelf rules files that wait
    /// @param times those from before curfews
    public record Files(ImportShelf shelf, TimesBefore times) {}

    /// What came of a look at a rules file.
    sealed interface Look {
        /// @param file under which it waits
        /// @param lost what it takes from those who live there
        record Good(RuleSet newest, Sha256 file, RulesDiff diff, List<LostTime> lost)
                implements Look {
            public Good {
                lost = List.copyOf(lost);
            }
        }

        record Faulty(List<RuleFault> faults) implements Look {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        /// Nothing was ever published for its compound.
        record NoRules(CompoundId compound) implements Look {}
    }

    /// The newest set of each compound.
    List<RuleSet> newestOfAll() {
        try {
            return rules.newestOfAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Rulebook.InForce> last(CompoundId compound) {
        return book.read(() -> rulebook.last(compound));
    }

    Look look(byte[] file) {
        return switch (RuleSetFiles.check(new ByteArrayInputStream(file))) {
            case RuleSetCheck.Bad(List<RuleFault> faults) -> new Look.Faulty(faults);
            case RuleSetCheck.Good(RuleSet set) -> look(file, set);
        };
    }

    private Look look(byte[] file, RuleSet set) {
        try {
            Optional<RuleSet> newest = rules.newest(set.compound());
            return newest.isEmpty()
                    ? new Look.NoRules(set.compound())
                    : new Look.Good(
                            newest.get(),
                            shelf.put(file),
                            RulesDiff.of(newest.get(), set),
                            Curfew.lost(newest.get(), RulesDiff.merged(newest.get(), set)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Proposes what waits under a hash.
    ///
    /// @param decision the number of the council's decision; none where there is none (yet)
    Outcome propose(OperatorName by, Sha256 file, @Nullable Integer decision) {
        Optional<RuleSet> set = read(file);
        if (set.isEmpty()) {
            return new Outcome.Refused("refused.rulebook.no-file");
        }
        CompoundId compound = set.get().compound();
        Optional<RuleSet> newest =
                newestOfAll().stream().filter(each -> each.compound().equals(compound)).findFirst();
        if (newest.isEmpty()) {
            return new Outcome.Refused("refused.people.no-rules");
        }
        RulesDiff diff = RulesDiff.of(newest.get(), set.get());
        for (RuleAuthority.NewRule rule : rules(newest.get(), set.get(), diff, decision)) {
            Outcome allowed = authority.mayPutInForce(rule, by);
            if (!(allowed instanceof Outcome.Done)) {
                return allowed;
            }
        }
        return grave.propose(
                by,
                new RulesAct(
                        compound,
                        file,
                        decision,
                        diff.words(
                                Curfew.lost(
                                        newest.get(), RulesDiff.merged(newest.get(), set.get())))));
    }

    /// What a file asks the council's word for: each quota, and times that it takes away.
    private static List<RuleAuthority.NewRule> rules(
            RuleSet newest, RuleSet file, RulesDiff diff, @Nullable Integer decision) {
        List<RuleAuthority.NewRule> rules = new ArrayList<>();
        CompoundId compound = newest.compound();
        for (Quota quota : diff.newQuotas()) {
            rules.add(
                    new RuleAuthority.NewRule(
                            compound,
                            quota.id().value(),
                            DecisionKind.QUOTA,
                            RulesDiff.text(quota),
                            decision));
        }
        List<LostTime> lost = Curfew.lost(newest, RulesDiff.merged(newest, file));
        if (!lost.isEmpty()) {
            rules.add(
                    new RuleAuthority.NewRule(
                            compound,
                            Curfew.RULE,
                            DecisionKind.CURFEW,
                            Curfew.text(lost),
                            decision));
        }
        return rules;
    }

    private Optional<RuleSet> read(Sha256 file) {
        try {
            return shelf.find(file)
                    .map(bytes -> RuleSetFiles.check(new ByteArrayInputStream(bytes)))
                    .filter(RuleSetCheck.Good.class::isInstance)
                    .map(check -> ((RuleSetCheck.Good) check).rules());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome putInForce(RulesAct act, OperatorName executed, OperatorName checked) {
        Optional<RuleSet> file = read(act.file());
        if (file.isEmpty()) {
            return new Outcome.Refused("refused.rulebook.no-file");
        }
        try {
            Optional<RuleSet> newest = rules.newest(act.compound());
            if (newest.isEmpty()) {
                return new Outcome.Refused("refused.people.no-rules");
            }
            RulesDiff diff = RulesDiff.of(newest.get(), file.get());
            Outcome allowed =
                    authorise(
                            rules(newest.get(), file.get(), diff, act.decision()),
                            executed,
                            checked);
            return allowed instanceof Outcome.Done
                    ? publish(act, file.get(), executed, checked)
                    : allowed;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the rules cannot be put in force", e);
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    /// Asks on whose word each rule stands, before any gate hears of it.
    private Outcome authorise(
            List<RuleAuthority.NewRule> asked, OperatorName executed, OperatorName checked) {
        Outcome outcome = new Outcome.Done(List.of());
        for (RuleAuthority.NewRule rule : asked) {
            outcome = authority.putInForce(rule, executed, checked);
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
        }
        return outcome;
    }

    private Outcome publish(RulesAct act, RuleSet file, OperatorName executed, OperatorName checked)
            throws IOException {
        Outcome outcome = book.decide(executed, _ -> change(act, file, executed, checked));
        if (outcome instanceof Outcome.Done) {
            shelf.remove(act.file());
            endOthers(act.compound(), file, executed);
        }
        return outcome;
    }

    private Verdict change(
            RulesAct act, RuleSet file, OperatorName executed, OperatorName checked) {
        List<EntryBody> entries = new ArrayList<>();
        Verdict changed =
                changed(
                        act.compound(),
                        newest -> {
                            RuleSet next = RulesDiff.merged(newest, file);
                            entries.addAll(curfew(newest, next));
                            return new RulesOffice.Change.To(next);
                        },
                        version ->
                                new RulebookEntry.PutInForce(
                                        act.compound(), version, act.file(), executed, checked));
        return switch (changed) {
            case Verdict.Refuse refused -> refused;
            case Verdict.Write(List<EntryBody> bodies) -> {
                entries.addAll(0, bodies);
                yield new Verdict.Write(entries);
            }
        };
    }

    /// Whether a curfew begins or ends with a set. What counts are the times from before it.
    private List<EntryBody> curfew(RuleSet newest, RuleSet next) {
        CompoundId compound = newest.compound();
        Optional<Sha256> kept = rulebook.beforeCurfew(compound);
        try {
            if (kept.isEmpty()) {
                return Curfew.lost(newest, next).isEmpty()
                        ? List.of()
                        : List.of(new RulebookEntry.CurfewBegan(compound, times.keep(newest)));
            }
            Optional<RuleSet> before = times.find(kept.get());
            return before.isPresent() && Curfew.lost(before.get(), next).isEmpty()
                    ? List.of(new RulebookEntry.CurfewEnded(compound))
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verdict changed(
            CompoundId compound, RulesOffice.Changing changing, LongFunction<EntryBody> entry) {
        try {
            return switch (rules.change(compound, changing)) {
                case RulesOffice.Changed.Done(RuleSet set) ->
                        Verdict.write(entry.apply(set.version()));
                case RulesOffice.Changed.Refused(String key) -> Verdict.refuse(key);
                case RulesOffice.Changed.Faulty(var faults) -> {
                    LOG.log(System.Logger.Level.WARNING, "no gate would take: {0}", faults);
                    yield Verdict.refuse("refused.people.faulty");
                }
                case RulesOffice.Changed.NoRules() -> Verdict.refuse("refused.people.no-rules");
            };
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.ERROR, "the rules cannot be changed", e);
            return Verdict.refuse("refused.storage");
        }
    }

    /// Publishes the rules of a compound again without a rule whose time is over.
    private Verdict takeBack(RuleInForce rule) {
        CompoundId compound = rule.compound();
        if (compound == null) {
            return Verdict.refuse("refused.people.no-rules");
        }
        return switch (rule.kind()) {
            case QUOTA -> changed(compound, newest -> without(newest, rule.rule()), told(rule));
            case CURFEW -> liftCurfew(compound, rule);
            // The gates know nothing of these.
            case EXPENSE, RULES, OTHER -> Verdict.write();
        };
    }

    private static LongFunction<EntryBody> told(RuleInForce rule) {
        CompoundId compound = Objects.requireNonNull(rule.compound());
        return version -> new RulebookEntry.TakenBack(compound, rule.rule(), version);
    }

    private static RulesOffice.Change without(RuleSet newest, String quota) {
        HouseholdRules households = newest.households();
        return new RulesOffice.Change.To(
                RulesDiff.withHouseholds(
                        newest,
                        new HouseholdRules(
                                households.quotas().stream()
                                        .filter(each -> !each.id().value().equals(quota))
                                        .toList(),
                                households.quarantines())));
    }

    /// A curfew that the gates no longer know is taken back already.
    private Verdict liftCurfew(CompoundId compound, RuleInForce rule) {
        Optional<Sha256> kept = rulebook.beforeCurfew(compound);
        if (kept.isEmpty()) {
            return Verdict.write();
        }
        try {
            Optional<RuleSet> before = times.find(kept.get());
            return before.isEmpty()
                    ? Verdict.refuse("refused.rulebook.no-times")
                    : changed(
                            compound,
                            newest ->
                                    new RulesOffice.Change.To(Curfew.lifted(newest, before.get())),
                            told(rule));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the times before a curfew cannot be read", e);
            return Verdict.refuse("refused.storage");
        }
    }

    /// What the gates no longer know is not in force any more.
    private void endOthers(CompoundId compound, RuleSet file, OperatorName executed) {
        List<String> kept =
                file.households().quotas().stream().map(Quota::id).map(QuotaId::value).toList();
        boolean curfew = book.read(() -> rulebook.beforeCurfew(compound)).isPresent();
        authority.inForce().stream()
                .filter(rule -> compound.equals(rule.compound()))
                .filter(rule ->
                        switch (rule.kind()) {
                            case QUOTA -> !kept.contains(rule.rule());
                            case CURFEW -> !curfew;
                            case EXPENSE, RULES, OTHER -> false;
                        })
                .forEach(rule ->
                        authority.end(
                                executed,
                                compound,
                                rule.rule(),
                                "不在新的规则文件里 / not in the new rules file"));
    }
}
