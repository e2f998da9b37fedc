package org.menfang.hub.notify;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.notify.Notice.Urgency;
import org.menfang.vocabulary.OperatorName;

/// Where ways of telling people are set up. Who has the right to it may work on those of the group,
/// and everybody on the own ones.
public final class WayBook {
    static final int GROUP_WAYS_MAX = 20;
    static final int WAYS_A_PERSON_MAX = 3;
    static final int PERSONAL_WAYS_MAX = 200;

    /// The parts that it works with.
    ///
    /// @param freshIds makes names that were never given before
    public record Parts(
            Book book,
            Ways ways,
            Outbox outbox,
            OutboxStore store,
            WayAddresses addresses,
            AddressRule rule,
            Supplier<WayId> freshIds) {}

    private final Parts parts;

    /// Makes the outbox follow the book.
    public WayBook(Parts parts) {
        this.parts = parts;
        parts.outbox().use(parts.book().read(parts.ways()::all));
        parts.book()
                .listen(entry -> {
                    if (entry.body() instanceof WayEntry) {
                        parts.outbox().use(parts.ways().all());
                    }
                });
    }

    /// What became of setting up a way.
    ///
    /// @param made none if it was not
    public record SetUp(Outcome outcome, @Nullable WayId made) {}

    /// Sets up a way. Its address is kept apart, and can only be replaced by a new way.
    public SetUp setUp(OperatorName by, NewWay wanted) {
        Optional<String> fault = fault(wanted);
        if (fault.isPresent()) {
            return new SetUp(new Outcome.Refused(fault.get()), null);
        }
        WayId id = parts.freshIds().get();
        Outcome outcome =
                parts.book()
                        .decide(
                                by,
                                _ -> {
                                    Verdict verdict = judge(by, wanted, id);
                                    boolean kept =
                                            verdict instanceof Verdict.Refuse
                                                    || parts.addresses().save(id, wanted.address());
                                    return kept ? verdict : Verdict.refuse("refused.storage");
                                });
        if (outcome instanceof Outcome.Done) {
            return new SetUp(outcome, id);
        }
        parts.store().forget(id);
        return new SetUp(outcome, null);
    }

    private Optional<String> fault(NewWay wanted) {
        String name = wanted.name();
        if (name.isBlank()
                || name.length() > NewWay.NAME_CHARS_MAX
                || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("refused.notify.name");
        } else if (wanted.personal() && !wanted.kind().isPersonal()) {
            return Optional.of("refused.notify.not-personal");
        }
        return parts.rule().fault(wanted.kind(), wanted.address());
    }

    private Verdict judge(OperatorName by, NewWay wanted, WayId id) {
        List<Way> all = parts.ways().all();
        long groups = all.stream().filter(Way::isGroups).count();
        long mine = all.stream().filter(way -> by.equals(way.owner())).count();
        if (wanted.personal()
                ? mine >= WAYS_A_PERSON_MAX || all.size() - groups >= PERSONAL_WAYS_MAX
                : groups >= GROUP_WAYS_MAX) {
            return Verdict.refuse("refused.notify.too-many");
        }
        return Verdict.write(
                new WayEntry.WaySetUp(
                        id,
                        wanted.kind(),
                        wanted.name(),
                        wanted.personal() ? by : null,
                        wanted.language()));
    }

    public Outcome pause(OperatorName by, boolean personal, WayId id) {
        return act(by, personal, id, way -> way.paused() ? null : new WayEntry.WayPaused(id));
    }

    public Outcome resume(OperatorName by, boolean personal, WayId id) {
        return act(by, personal, id, way -> way.paused() ? new WayEntry.WayResumed(id) : null);
    }

    /// Removes a way. Its address and what waits are forgotten.
    public Outcome remove(OperatorName by, boolean personal, WayId id) {
        return act(by, personal, id, _ -> new WayEntry.WayRemoved(id));
    }

    /// What an act means for a way.
    private interface Meaning {
        /// @return none if there is nothing to do
        @Nullable WayEntry of(Way way);
    }

    private Outcome act(OperatorName by, boolean personal, WayId id, Meaning meaning) {
        return parts.book()
                .decide(
                        by,
                        _ -> {
                            Way way = parts.ways().find(id);
                            if (way == null || !isFor(way, by, personal)) {
                                return Verdict.refuse("refused.notify.gone");
                            }
                            WayEntry entry = meaning.of(way);
                            return entry == null ? Verdict.write() : Verdict.write(entry);
                        });
    }

    /// Sends a test message by one way.
    ///
    /// @return what becomes of it; none if there is no such way. It may take long if the way has
    ///   sent much just now
    public @Nullable CompletableFuture<Sent> tryNow(OperatorName by, boolean personal, WayId id) {
        Way way = parts.book().read(() -> parts.ways().find(id));
        return way == null || !isFor(way, by, personal)
                ? null
                : parts.outbox()
                        .tell(TestNotice.of("try", Urgency.CALL, parts.outbox().now()), way);
    }

    private static boolean isFor(Way way, OperatorName by, boolean personal) {
        return personal ? by.equals(way.owner()) : way.isGroups();
    }

    /// How the ways of the group do, or those of one person.
    public List<WayHealth> health(@Nullable OperatorName owner) {
        return parts.outbox().health().stream()
                .filter(each ->
                        owner == null ? each.way().isGroups() : owner.equals(each.way().owner()))
                .toList();
    }

    /// Writes down what alarms were not told, now that no lock is held.
    public void recordLost() {
        List<LostAlarm> lost = parts.outbox().takeLost();
        if (!lost.isEmpty()) {
            Outcome outcome =
                    parts.book()
                            .decide(
                                    Book.HUB,
                                    _ ->
                                            new Verdict.Write(
                                                    List.copyOf(
                                                            lost.stream()
                                                                    .map(WayBook::entry)
                                                                    .toList())));
            if (outcome instanceof Outcome.Failed) {
                parts.outbox().keepLost(lost);
            }
        }
    }

    private static WayEntry entry(LostAlarm lost) {
        return new WayEntry.AlarmNotTold(lost.way(), lost.topic(), lost.loss());
    }
}
