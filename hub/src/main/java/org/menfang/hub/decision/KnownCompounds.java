package org.menfang.hub.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.office.Timed;
import org.menfang.vocabulary.CompoundId;

/// The compounds of which a gate has joined or rules were published. Writes down which one came
/// first.
public final class KnownCompounds implements Compounds, Timed {
    private final Book book;
    private final FirstCompound first;
    private final Supplier<List<CompoundId>> known;

    /// @param known all of them, in their order; must not ask the book
    public KnownCompounds(Book book, FirstCompound first, Supplier<List<CompoundId>> known) {
        this.book = book;
        this.first = first;
        this.known = known;
    }

    @Override
    public List<CompoundId> all() {
        return known.get();
    }

    @Override
    public Optional<CompoundId> of(@Nullable CompoundId named) {
        return named == null
                ? book.read(first::value).or(() -> known.get().stream().findFirst())
                : Optional.of(named);
    }

    @Override
    public void tick(Instant now) {
        if (book.read(first::value).isPresent()) {
            return;
        }
        known.get().stream()
                .findFirst()
                .ifPresent(compound ->
                        book.decide(
                                Book.HUB,
                                _ ->
                                        first.value().isPresent()
                                                ? Verdict.write()
                                                : Verdict.write(
                                                        new CompoundEntry.First(compound))));
    }
}
