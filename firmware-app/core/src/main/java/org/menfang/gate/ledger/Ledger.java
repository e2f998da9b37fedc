package org.menfang.gate.ledger;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.Turn;

/// The ledger in memory, with every change asked to be kept.
///
/// An entry is asked for before the event that goes with it, so that whoever waits for the event to
/// be durable waits for the entry as well.
///
/// It is sorted by kind and by subject: it can be walked piece by piece, always in the same order,
/// and a subject is found among 250,000 within a microsecond.
public final class Ledger {
    private final TreeMap<String, TreeMap<String, Entry>> kinds = new TreeMap<>();

    public Ledger(List<Entry> kept) {
        kept.forEach(this::put);
    }

    /// The entry of a kind about a subject; none if there is none.
    public <E extends Entry> @Nullable E find(Class<E> kind, String subject) {
        return cast(kind, ofKind(kind).get(subject));
    }

    /// Takes the place of the entry with the same key.
    public void keep(Turn turn, Entry entry) {
        if (!entry.equals(put(entry))) {
            turn.ask(new Effect.Keep(entry));
        }
    }

    public void forget(Turn turn, EntryKey key) {
        TreeMap<String, Entry> entries = kinds.get(key.kind());
        if (entries != null && entries.remove(key.subject()) != null) {
            turn.ask(new Effect.Forget(key));
        }
    }

    /// The entry of a kind whose subject comes next, in the order of the alphabet.
    ///
    /// @param subject the one before; empty for the first
    public <E extends Entry> @Nullable E after(Class<E> kind, String subject) {
        Map.Entry<String, Entry> next = ofKind(kind).higherEntry(subject);
        return next == null ? null : cast(kind, next.getValue());
    }

    /// How many entries of a kind there are.
    public int count(Class<? extends Entry> kind) {
        return ofKind(kind).size();
    }

    private @Nullable Entry put(Entry entry) {
        EntryKey key = entry.key();
        return kinds.computeIfAbsent(key.kind(), _ -> new TreeMap<>()).put(key.subject(), entry);
    }

    private NavigableMap<String, Entry> ofKind(Class<? extends Entry> kind) {
        return kinds.computeIfAbsent(kind.getSimpleName(), _ -> new TreeMap<>());
    }

    private static <E extends Entry> @Nullable E cast(Class<E> kind, @Nullable Entry found) {
        return kind.isInstance(found) ? kind.cast(found) : null;
    }
}
