package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;

/// Who is looked after by whom, and when gates were away.
public final class Cared implements Chapter {
    /// How long the times of gates that were away are remembered.
    private static final Duration AWAY_REMEMBERED = Duration.ofDays(30);

    /// One person who is looked after.
    ///
    /// @param since when it began
    /// @param pausedUntil the end of the last pause; the epoch for none
    /// @param toldAt when the neighbour was told last; none for never
    public record Person(
            CompoundId compound,
            HolderId holder,
            OperatorName neighbour,
            CareEntry.AskedBy askedBy,
            Instant since,
            Instant pausedUntil,
            @Nullable Instant toldAt) {}

    private record Gate(CompoundId compound, GateId gate) {}

    private record Gap(Gate gate, CareRule.Away away) {}

    private final Map<String, Person> people = new TreeMap<>();
    private final Map<Gate, Instant> awaySince = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("care.asked", CareEntry.Asked.class),
                new EntryType<>("care.paused", CareEntry.Paused.class),
                new EntryType<>("care.ended", CareEntry.Ended.class),
                new EntryType<>("care.told", CareEntry.Told.class),
                new EntryType<>("care.gate-away", CareEntry.GateAway.class),
                new EntryType<>("care.gate-back", CareEntry.GateBack.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof CareEntry change) {
            switch (change) {
                case CareEntry.Asked it ->
                        people.put(
                                key(it.compound(), it.holder()),
                                new Person(
                                        it.compound(),
                                        it.holder(),
                                        it.neighbour(),
                                        it.askedBy(),
                                        entry.at(),
                                        Instant.EPOCH,
                                        null));
                case CareEntry.Paused it ->
                        people.computeIfPresent(
                                key(it.compound(), it.holder()),
                                (_, person) -> with(person, it.until(), person.toldAt()));
                case CareEntry.Ended it -> people.remove(key(it.compound(), it.holder()));
                case CareEntry.Told it ->
                        people.computeIfPresent(
                                key(it.compound(), it.holder()),
                                (_, person) -> with(person, person.pausedUntil(), entry.at()));
                case CareEntry.GateAway it ->
                        awaySince.putIfAbsent(new Gate(it.compound(), it.gate()), it.since());
                case CareEntry.GateBack it -> back(new Gate(it.compound(), it.gate()), entry.at());
            }
        }
    }

    private void back(Gate gate, Instant at) {
        Instant since = awaySince.remove(gate);
        if (since != null) {
            gaps.add(new Gap(gate, new CareRule.Away(since, at)));
        }
        gaps.removeIf(gap -> gap.away().until().isBefore(at.minus(AWAY_REMEMBERED)));
    }

    private static Person with(Person person, Instant pausedUntil, @Nullable Instant toldAt) {
        return new Person(
                person.compound(),
                person.holder(),
                person.neighbour(),
                person.askedBy(),
                person.since(),
                pausedUntil,
                toldAt);
    }

    private static String key(CompoundId compound, HolderId holder) {
        return compound + "/" + holder;
    }

    /// Everybody, by compound and number.
    List<Person> people() {
        return List.copyOf(people.values());
    }

    Optional<Person> find(CompoundId compound, HolderId holder) {
        return Optional.ofNullable(people.get(key(compound, holder)));
    }

    boolean isAway(CompoundId compound, GateId gate) {
        return awaySince.containsKey(new Gate(compound, gate));
    }

    /// When gates of a compound were not heard, up to now.
    List<CareRule.Away> away(CompoundId compound, Instant now) {
        List<CareRule.Away> all = new ArrayList<>();
        gaps.stream()
                .filter(gap -> gap.gate().compound().equals(compound))
                .map(Gap::away)
                .forEach(all::add);
        awaySince.forEach((gate, since) -> {
            if (gate.compound().equals(compound)) {
                all.add(new CareRule.Away(since, now));
            }
        });
        return all;
    }
}
