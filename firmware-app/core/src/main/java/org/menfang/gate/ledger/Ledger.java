package org.menfang.gate.ledger;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.Turn;

/// The ledger in memory, with every change asked to be kept.
///
/// An entry is asked for before the event that goes with it, so that whoever waits for the event to
/// be durable waits for the entry as well.
public final class Ledger {
    private final TreeMap<EntryKey, Entry> entries = new TreeMap<>();

    public Ledger(List<Entry> kept) {
        kept.forEach(entry -> entries.put(entry.key(), entry));
    }

    /// The entry of a kind about a subject; none if there is none.
    public <E extends Entry> @Nullable E find(Class<E> kind, String subject) {
        Entry found = entries.get(new EntryKey(kind.getSimpleName(), subject));
        return kind.isInstance(found) ? kind.cast(found) : null;
    }

    /// Takes the place of the entry with the same key.
    public void keep(Turn turn, Entry entry) {
        if (!entry.equals(entries.put(entry.key(), entry))) {
            turn.ask(new Effect.Keep(entry));
        }
    }

    public void forget(Turn turn, EntryKey key) {
        if (entries.remove(key) != null) {
            turn.ask(new Effect.Forget(key));
        }
    }
}
