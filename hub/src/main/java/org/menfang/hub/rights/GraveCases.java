package org.menfang.hub.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;

/// All grave acts that were ever proposed.
public final class GraveCases implements Chapter {
    private final List<GraveCase> cases = new ArrayList<>();

    /// What is needed to carry the open ones out, by their numbers.
    private final Map<Integer, Open> open = new TreeMap<>();

    /// @param name under which the performer is known
    /// @param act as JSON
    record Open(String name, String act) {}

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("rights.proposed", GraveEntry.Proposed.class),
                new EntryType<>("rights.confirmed", GraveEntry.Confirmed.class),
                new EntryType<>("rights.refused", GraveEntry.Refused.class),
                new EntryType<>("rights.expired", GraveEntry.Expired.class),
                new EntryType<>("rights.carried-out", GraveEntry.CarriedOut.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof GraveEntry body) {
            switch (body) {
                case GraveEntry.Proposed proposed -> add(entry, proposed);
                case GraveEntry.Confirmed(int number) ->
                        put(
                                of(number)
                                        .decided(
                                                GraveCase.State.CONFIRMED,
                                                entry.by(),
                                                entry.at(),
                                                ""));
                case GraveEntry.Refused(int number, String reason) ->
                        close(
                                of(number)
                                        .decided(
                                                GraveCase.State.REFUSED,
                                                entry.by(),
                                                entry.at(),
                                                reason));
                case GraveEntry.Expired(int number) -> close(of(number).expired(entry.at()));
                case GraveEntry.CarriedOut done ->
                        close(of(done.number()).became(done.result(), done.why()));
            }
        }
    }

    private void add(Entry entry, GraveEntry.Proposed proposed) {
        cases.add(
                new GraveCase(
                        proposed.number(),
                        proposed.kind(),
                        proposed.subject(),
                        proposed.subjectEn(),
                        entry.by(),
                        entry.at(),
                        GraveCase.State.WAITING,
                        null,
                        null,
                        ""));
        open.put(proposed.number(), new Open(proposed.name(), proposed.act()));
    }

    private void put(GraveCase changed) {
        cases.set(changed.number() - 1, changed);
    }

    private void close(GraveCase changed) {
        put(changed);
        open.remove(changed.number());
    }

    private GraveCase of(int number) {
        return cases.get(number - 1);
    }

    int nextNumber() {
        return cases.size() + 1;
    }

    Optional<GraveCase> find(int number) {
        return number >= 1 && number <= cases.size() ? Optional.of(of(number)) : Optional.empty();
    }

    Optional<Open> open(int number) {
        return Optional.ofNullable(open.get(number));
    }

    /// Those that wait for the second person, the oldest first.
    public List<GraveCase> waiting(Instant now) {
        return openOnes(GraveCase.State.WAITING).stream()
                .filter(each -> !each.isTooLate(now))
                .toList();
    }

    List<GraveCase> openOnes(GraveCase.State state) {
        return open.keySet().stream().map(this::of).filter(each -> each.state() == state).toList();
    }

    /// Those of which something has become, the newest first.
    public List<GraveCase> closed(int countMax) {
        return cases.reversed().stream()
                .filter(each -> !open.containsKey(each.number()))
                .limit(countMax)
                .toList();
    }
}
