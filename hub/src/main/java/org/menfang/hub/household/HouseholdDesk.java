package org.menfang.hub.household;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.pass.IssuedPass;
import org.menfang.hub.pass.PassDesk;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.rules.RulesOffice;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.Sha256;

/// Where links of households are given and passes for visitors made.
public final class HouseholdDesk {
    /// Most passes of one household that can be used, now or later.
    public static final int OPEN_PASSES_MAX = 20;

    /// Most passes of the gatehouse that can be used, now or later.
    public static final int OPEN_PASSES_OF_GATEHOUSE_MAX = 200;

    /// Most links of one household that work.
    public static final int LINKS_MAX = 10;

    private static final System.Logger LOG = System.getLogger(HouseholdDesk.class.getName());
    private static final int NAME_CHARS_MAX = OperatorName.LENGTH_MAX;

    private final Book book;
    private final Households households;
    private final PeopleOffice people;
    private final PassDesk passes;
    private final RulesOffice rules;
    private final Secrets secrets = new Secrets();

    public HouseholdDesk(
            Book book,
            Households households,
            PeopleOffice people,
            PassDesk passes,
            RulesOffice rules) {
        this.book = book;
        this.households = households;
        this.people = people;
        this.passes = passes;
        this.rules = rules;
    }

    /// An act whose outcome is a secret address.
    ///
    /// @param secret shown once; empty if nothing was done
    public record Made(Outcome outcome, String secret) {}

    /// Who acts through the link of a household. The log names the number of the household.
    static OperatorName actor(Home home) {
        String name = "户 " + home.household();
        return new OperatorName(name.substring(0, Math.min(name.length(), NAME_CHARS_MAX)));
    }

    /// Gives a household a link.
    Made giveLink(OperatorName by, Home home) {
        String secret = secrets.make();
        Outcome outcome =
                book.decide(
                        by,
                        _ ->
                                households.linksOf(home) >= LINKS_MAX
                                        ? Verdict.refuse("refused.household.links")
                                        : Verdict.write(
                                                new HouseholdEntry.LinkGiven(
                                                        home.compound(),
                                                        home.household(),
                                                        Secrets.hash(secret))));
        return new Made(outcome, outcome instanceof Outcome.Done ? secret : "");
    }

    Outcome takeLinksBack(OperatorName by, Home home) {
        return book.decide(
                by,
                _ ->
                        Verdict.write(
                                new HouseholdEntry.LinksTakenBack(
                                        home.compound(), home.household())));
    }

    /// Takes links and accounts from a household in which nobody is left.
    public Outcome empty(OperatorName by, CompoundId compound, HouseholdId household) {
        Home home = new Home(compound, household);
        if (!members(home).isEmpty()) {
            return new Outcome.Done(List.of());
        }
        return book.decide(
                by,
                _ -> {
                    List<EntryBody> gone = new ArrayList<>();
                    if (households.linksOf(home) > 0) {
                        gone.add(new HouseholdEntry.LinksTakenBack(compound, household));
                    }
                    households
                            .accountsOf(home)
                            .forEach(each -> gone.add(new HouseholdEntry.AccountUnbound(each)));
                    return new Verdict.Write(gone);
                });
    }

    Outcome bind(OperatorName by, OperatorName account, Home home) {
        return book.decide(
                by,
                _ ->
                        Verdict.write(
                                new HouseholdEntry.AccountBound(
                                        account, home.compound(), home.household())));
    }

    Outcome unbind(OperatorName by, OperatorName account) {
        return book.decide(by, _ -> Verdict.write(new HouseholdEntry.AccountUnbound(account)));
    }

    Optional<Home> behindLink(String secret) {
        Sha256 hash = Secrets.hash(secret);
        return Secrets.isSecret(secret)
                ? book.read(() -> households.behindLink(hash))
                : Optional.empty();
    }

    Optional<Home> ofAccount(OperatorName account) {
        return book.read(() -> households.ofAccount(account));
    }

    List<OperatorName> accountsOf(Home home) {
        return book.read(() -> households.accountsOf(home));
    }

    int linksOf(Home home) {
        return book.read(() -> households.linksOf(home));
    }

    Optional<VisitorPass> behindPage(String secret) {
        Sha256 hash = Secrets.hash(secret);
        return Secrets.isSecret(secret)
                ? book.read(() -> households.behindPage(hash))
                : Optional.empty();
    }

    Optional<VisitorPass> pass(PassId id) {
        return book.read(() -> households.pass(id));
    }

    /// The passes of a household that are remembered, the newest first.
    List<VisitorPass> passesOf(Home home) {
        return book.read(() -> households.passes()).stream()
                .filter(pass -> pass.isOf(home))
                .sorted(Comparator.comparing(VisitorPass::madeAt).reversed())
                .toList();
    }

    /// The passes of a compound that can be used, now or later, the newest first.
    List<VisitorPass> open(CompoundId compound, Instant now) {
        return book.read(() -> households.passes()).stream()
                .filter(pass -> pass.compound().equals(compound) && pass.isOpen(now))
                .sorted(Comparator.comparing(VisitorPass::madeAt).reversed())
                .toList();
    }

    /// The passes of all compounds that can be used now.
    List<VisitorPass> open(Instant now) {
        return book.read(() -> households.passes()).stream()
                .filter(pass -> pass.isOpen(now))
                .toList();
    }

    Optional<IssuedPass> issued(PassId id) {
        try {
            return passes.find(id);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "a pass cannot be read", e);
            return Optional.empty();
        }
    }

    Optional<RuleSet> newest(CompoundId compound) {
        return people.newest(compound);
    }

    List<RuleSet> newestOfAll() {
        return people.newestOfAll();
    }

    /// Who belongs to a household now.
    Set<HolderId> members(Home home) {
        return newest(home.compound()).stream()
                .flatMap(set -> set.holders().stream())
                .filter(holder -> home.household().equals(holder.household()))
                .map(Holder::id)
                .collect(Collectors.toSet());
    }

    /// Makes a pass for a visitor.
    ///
    /// @param home whose visitor; none for one of the gatehouse
    /// @param from when it begins; only its hour counts
    Made makePass(
            OperatorName by,
            CompoundId compound,
            @Nullable Home home,
            VisitPlan plan,
            Instant from) {
        String secret = secrets.make();
        Outcome outcome = book.decide(by, now -> judge(compound, home, plan, from, now, secret));
        return new Made(outcome, outcome instanceof Outcome.Done ? secret : "");
    }

    private Verdict judge(
            CompoundId compound,
            @Nullable Home home,
            VisitPlan plan,
            Instant from,
            Instant now,
            String secret) {
        long open =
                households.passes().stream()
                        .filter(pass -> pass.compound().equals(compound) && pass.isOpen(now))
                        .filter(pass -> home == null ? pass.household() == null : pass.isOf(home))
                        .count();
        if (open >= (home == null ? OPEN_PASSES_OF_GATEHOUSE_MAX : OPEN_PASSES_MAX)) {
            return Verdict.refuse("refused.household.too-many");
        }
        if (home != null && members(home).isEmpty()) {
            return Verdict.refuse("refused.household.unknown");
        }
        Optional<RuleSet> set = newest(compound);
        if (set.isEmpty()) {
            return Verdict.refuse("refused.people.no-rules");
        }
        try {
            return switch (plan.plan(set.get(), key(), from, now)) {
                case VisitPlan.Planned.Refused(String why) -> Verdict.refuse(why);
                case VisitPlan.Planned.Wish(var wish, var pins) ->
                        made(
                                pins == null ? passes.issue(wish) : passes.issue(wish, pins),
                                home,
                                secret);
            };
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "a pass cannot be issued", e);
            return Verdict.refuse("refused.storage");
        }
    }

    private static Verdict made(PassDesk.Issuing issuing, @Nullable Home home, String secret) {
        return switch (issuing) {
            case PassDesk.Issuing.Issued(IssuedPass pass) ->
                    Verdict.write(
                            new HouseholdEntry.PassMade(
                                    pass.pass().compound(),
                                    home == null ? null : home.household(),
                                    pass.id(),
                                    Secrets.hash(secret),
                                    pass.pass().notBefore(),
                                    pass.pass().expires()));
            case PassDesk.Issuing.NoDigitsLeft() -> Verdict.refuse("refused.household.no-digits");
            case PassDesk.Issuing.NoPinForm _ -> Verdict.refuse("refused.household.no-pin");
            case PassDesk.Issuing.TooMany() -> Verdict.refuse("refused.household.too-many");
        };
    }

    /// The key with which this hub signs passes, as rules write it.
    private String key() throws IOException {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(passes.publicKey().raw())
                .toUpperCase(Locale.ROOT);
    }

    /// Takes a pass back: gates are told with the next rule set, which is made at once.
    ///
    /// @param home who may take back only its own; none for the gatehouse, which may all
    Outcome takeBack(OperatorName by, @Nullable Home home, PassId id) {
        return book.decide(
                by,
                _ -> {
                    Optional<VisitorPass> pass = households.pass(id);
                    if (pass.isEmpty() || (home != null && !pass.get().isOf(home))) {
                        return Verdict.refuse("refused.household.no-pass");
                    }
                    if (pass.get().takenBack()) {
                        return new Verdict.Write(List.of());
                    }
                    return takenBack(pass.get());
                });
    }

    private Verdict takenBack(VisitorPass pass) {
        try {
            if (!passes.revoke(pass.pass(), pass.until())) {
                return Verdict.refuse("refused.household.list-full");
            }
            rules.tellRevoked();
            return Verdict.write(new HouseholdEntry.PassTakenBack(pass.pass()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "a pass cannot be taken back", e);
            return Verdict.refuse("refused.storage");
        }
    }
}
