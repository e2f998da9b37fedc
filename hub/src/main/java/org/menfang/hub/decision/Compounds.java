package org.menfang.hub.decision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;

/// The compounds of the hub, and which one is meant where none is named. Any thread may call it.
public interface Compounds {
    /// All that are known, in their order.
    List<CompoundId> all();

    /// The compound that is named, or else the hub's first one; empty while it has none.
    Optional<CompoundId> of(@Nullable CompoundId named);

    /// Those of a hub with one compound.
    static Compounds only(CompoundId compound) {
        return new Compounds() {
            @Override
            public List<CompoundId> all() {
                return List.of(compound);
            }

            @Override
            public Optional<CompoundId> of(@Nullable CompoundId named) {
                return Optional.of(named == null ? compound : named);
            }
        };
    }
}
