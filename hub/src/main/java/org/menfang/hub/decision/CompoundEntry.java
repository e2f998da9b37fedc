package org.menfang.hub.decision;

import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;

/// What the log says of compounds.
public sealed interface CompoundEntry extends EntryBody {
    /// This was the hub's first compound: it is meant by all that names none. Written once, so that
    /// a compound that joins later changes nothing.
    record First(CompoundId compound) implements CompoundEntry {}
}
