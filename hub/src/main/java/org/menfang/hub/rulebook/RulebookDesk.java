package org.menfang.hub.rulebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.decision.DecisionKind;
import org.menfang.hub.decision.RuleAuthority;
import org.menfang.hub.people.ImportShelf;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.rules.RulesOffice;
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

    /// Registers what it proposes.
    public RulebookDesk(
            Book book,
            Rulebook rulebook,
            RulesOffice rules,
            RuleAuthority authority,
            GraveDesk grave,
            ImportShelf shelf) {
        this.book = book;
        this.rulebook = rulebook;
        this.rules = rules;
        this.authority = authority;
        this.grave = grave;
        this.shelf = shelf;
        grave.register("rulebook.rules", RulesAct.class, this::putInForce);
    }

    /// What came of a look at a rules file.
    sealed interface Look {
        /// @param file under which it waits
        record Good(RuleSet newest, Sha256 file, RulesDiff diff) implements Look {}

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
                    : new Look.Good(newest.get(), shelf.put(file), RulesDiff.of(newest.get(), set));
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
        return newestOfAll().stream()
                .filter(newest -> newest.compound().equals(compound))
                .findFirst()
                .map(newest ->
                        grave.propose(
                                by,
                                new RulesAct(
                                        compound,
                                        file,
                                        decision,
                                        RulesDiff.of(newest, set.get()).words())))
                .orElse(new Outcome.Refused("refused.people.no-rules"));
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
            Outcome allowed = authorise(act, diff, executed, checked);
            return allowed instanceof Outcome.Done
                    ? publish(act, file.get(), executed, checked)
                    : allowed;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the rules cannot be put in force", e);
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    /// Asks on whose word each quota stands, before any gate hears of it.
    private Outcome authorise(
            RulesAct act, RulesDiff diff, OperatorName executed, OperatorName checked) {
        Outcome outcome = new Outcome.Done(List.of());
        for (Quota quota : diff.newQuotas()) {
            outcome =
                    authority.putInForce(
                            new RuleAuthority.NewRule(
                                    quota.id().value(),
                                    DecisionKind.QUOTA,
                                    RulesDiff.text(quota),
                                    act.decision()),
                            executed,
                            checked);
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
            endOthers(file, executed);
        }
        return outcome;
    }

    private Verdict change(
            RulesAct act, RuleSet file, OperatorName executed, OperatorName checked) {
        try {
            return switch (rules.change(
                    act.compound(),
                    newest -> new RulesOffice.Change.To(RulesDiff.merged(newest, file)))) {
                case RulesOffice.Changed.Done(RuleSet set) ->
                        Verdict.write(
                                new RulebookEntry.PutInForce(
                                        act.compound(),
                                        set.version(),
                                        act.file(),
                                        executed,
                                        checked));
                case RulesOffice.Changed.Refused(String key) -> Verdict.refuse(key);
                case RulesOffice.Changed.Faulty(var faults) -> {
                    LOG.log(System.Logger.Level.WARNING, "no gate would take: {0}", faults);
                    yield Verdict.refuse("refused.people.faulty");
                }
                case RulesOffice.Changed.NoRules() -> Verdict.refuse("refused.people.no-rules");
            };
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the rules cannot be changed", e);
            return Verdict.refuse("refused.storage");
        }
    }

    /// Quotas that the gates no longer know are not in force any more.
    private void endOthers(RuleSet file, OperatorName executed) {
        List<String> kept =
                file.households().quotas().stream().map(Quota::id).map(QuotaId::value).toList();
        authority.inForce().stream()
                .filter(rule -> rule.kind() == DecisionKind.QUOTA && !kept.contains(rule.rule()))
                .forEach(rule ->
                        authority.end(
                                executed, rule.rule(), "不在新的规则文件里 / not in the new rules file"));
    }
}
