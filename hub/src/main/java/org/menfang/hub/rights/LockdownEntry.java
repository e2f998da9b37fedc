package org.menfang.hub.rights;

import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;

/// A lockdown that one person wanted.
public sealed interface LockdownEntry extends EntryBody {
    /// @param minutes how long it was to last from then on
    record Alone(CompoundId compound, int minutes) implements LockdownEntry {}
}
