package org.menfang.hub.household;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.Sha256;

/// Which links and accounts show which household, and the passes of visitors.
public final class Households implements Chapter {
    /// How long a pass is remembered after its end.
    static final Duration REMEMBERED = Duration.ofDays(31);

    private final Map<Sha256, Home> links = new HashMap<>();
    private final Map<OperatorName, Home> accounts = new HashMap<>();
    private final Map<PassId, VisitorPass> passes = new LinkedHashMap<>();
    private final Map<Sha256, PassId> pages = new HashMap<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("household.link-given", HouseholdEntry.LinkGiven.class),
                new EntryType<>("household.links-taken-back", HouseholdEntry.LinksTakenBack.class),
                new EntryType<>("household.account-bound", HouseholdEntry.AccountBound.class),
                new EntryType<>("household.account-unbound", HouseholdEntry.AccountUnbound.class),
                new EntryType<>("household.pass-made", HouseholdEntry.PassMade.class),
                new EntryType<>("household.pass-taken-back", HouseholdEntry.PassTakenBack.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof HouseholdEntry change) {
            switch (change) {
                case HouseholdEntry.LinkGiven it ->
                        links.put(it.token(), new Home(it.compound(), it.household()));
                case HouseholdEntry.LinksTakenBack it ->
                        links.values().removeIf(new Home(it.compound(), it.household())::equals);
                case HouseholdEntry.AccountBound it ->
                        accounts.put(it.account(), new Home(it.compound(), it.household()));
                case HouseholdEntry.AccountUnbound it -> accounts.remove(it.account());
                case HouseholdEntry.PassMade it -> take(it, entry);
                case HouseholdEntry.PassTakenBack it ->
                        passes.computeIfPresent(it.pass(), (_, pass) -> pass.back());
            }
        }
    }

    private void take(HouseholdEntry.PassMade it, Entry entry) {
        Instant forgotten = entry.at().minus(REMEMBERED);
        // The oldest stand first, so that few are looked at.
        while (!passes.isEmpty() && passes.values().iterator().next().until().isBefore(forgotten)) {
            PassId oldest = passes.keySet().iterator().next();
            passes.remove(oldest);
            pages.values().removeIf(oldest::equals);
        }
        passes.put(
                it.pass(),
                new VisitorPass(
                        it.compound(),
                        it.household(),
                        it.pass(),
                        it.from(),
                        it.until(),
                        entry.at(),
                        entry.by(),
                        false));
        pages.put(it.token(), it.pass());
    }

    Optional<Home> behindLink(Sha256 token) {
        return Optional.ofNullable(links.get(token));
    }

    Optional<Home> ofAccount(OperatorName account) {
        return Optional.ofNullable(accounts.get(account));
    }

    List<OperatorName> accountsOf(Home home) {
        return accounts.entrySet().stream()
                .filter(each -> each.getValue().equals(home))
                .map(Map.Entry::getKey)
                .toList();
    }

    int linksOf(Home home) {
        return (int) links.values().stream().filter(home::equals).count();
    }

    Optional<VisitorPass> behindPage(Sha256 token) {
        return Optional.ofNullable(pages.get(token)).flatMap(this::pass);
    }

    Optional<VisitorPass> pass(PassId id) {
        return Optional.ofNullable(passes.get(id));
    }

    /// All that are remembered, the oldest first.
    Collection<VisitorPass> passes() {
        return List.copyOf(passes.values());
    }
}
