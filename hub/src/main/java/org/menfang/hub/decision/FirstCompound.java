package org.menfang.hub.decision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;

/// Which compound came first.
public final class FirstCompound implements Chapter {
    private @Nullable CompoundId first;

    @Override
    public List<EntryType<?>> types() {
        return List.of(new EntryType<>("compound.first", CompoundEntry.First.class));
    }

    @Override
    public void take(Entry entry) {
        if (first == null && entry.body() instanceof CompoundEntry.First(CompoundId compound)) {
            first = compound;
        }
    }

    Optional<CompoundId> value() {
        return Optional.ofNullable(first);
    }
}
