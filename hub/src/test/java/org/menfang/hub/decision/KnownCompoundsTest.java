package org.menfang.hub.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.vocabulary.CompoundId;

/// Which compound is meant where none is named.
class KnownCompoundsTest {
    private static final CompoundId ELM = new CompoundId("elm-lane");
    private static final CompoundId ASH = new CompoundId("ash-court");

    private final InMemoryBookStore store = new InMemoryBookStore();
    private final List<CompoundId> known = new ArrayList<>();
    private KnownCompounds compounds = open();

    private KnownCompounds open() {
        FirstCompound first = new FirstCompound();
        Book book = Book.open(store, () -> Instant.EPOCH, List.of(first));
        return new KnownCompounds(book, first, () -> known.stream().sorted().toList());
    }

    @Test
    void the_first_compound_stays_the_first_whoever_joins_later() {
        compounds.tick(Instant.EPOCH);
        assertEquals(Optional.empty(), compounds.of(null));
        known.add(ELM);
        assertEquals(Optional.of(ELM), compounds.of(null));
        compounds.tick(Instant.EPOCH);
        known.add(ASH);
        compounds.tick(Instant.EPOCH);
        assertEquals(List.of(ASH, ELM), compounds.all());
        assertEquals(Optional.of(ELM), compounds.of(null));
        assertEquals(Optional.of(ASH), compounds.of(ASH));

        compounds = open();
        assertEquals(Optional.of(ELM), compounds.of(null));
        List<String> lines = new ArrayList<>();
        store.replay(line -> lines.add(line.text()));
        assertEquals(1, lines.size());
    }
}
