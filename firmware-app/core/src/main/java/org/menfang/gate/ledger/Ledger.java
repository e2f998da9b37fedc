package org.menfang.gate.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.Turn;

/// The ledger in memory, with every change asked to be kept.
///
/// An entry is asked for before the event that goes with it, so that whoever waits for the event to
/// be durable waits for the entry as well.
///
/// An entry is found among 250,000 as fast as among ten, and all are walked in the order in which
/// they came.
public final class Ledger {
    private final TreeMap<String, LinkedHashMap<String, Entry>> kinds = new TreeMap<>();
    private int entries;

    public Ledger(List<Entry> kept) {
        kept.forEach(this::put);
    }

    /// The entry of a kind about a subject; none if there is none.
    public <E extends Entry> @Nullable E find(Class<E> kind, String subject) {
        Entry found = ofKind(kind).get(subject);
        return kind.isInstance(found) ? kind.cast(found) : null;
    }

    /// Takes the place of the entry with the same key.
    public void keep(Turn turn, Entry entry) {
        if (!entry.equals(put(entry))) {
            turn.ask(new Effect.Keep(entry));
        }
    }

    public void forget(Turn turn, EntryKey key) {
        Map<String, Entry> ofKind = kinds.get(key.kind());
        if (ofKind != null && ofKind.remove(key.subject()) != null) {
            entries--;
            turn.ask(new Effect.Forget(key));
        }
    }

    /// All entries of a kind, as they came.
    public <E extends Entry> List<E> all(Class<E> kind) {
        return ofKind(kind).values().stream().map(kind::cast).toList();
    }

    /// Whether there is no entry of any kind.
    boolean isEmpty() {
        return entries == 0;
    }

    /// How many entries of a kind there are.
    public int count(Class<? extends Entry> kind) {
        return ofKind(kind).size();
    }

    /// The entry of a kind that was not looked at for the longest time; from now on it is the one
    /// that was looked at last. None if there is none.
    @Nullable Entry next(Class<? extends Entry> kind) {
        LinkedHashMap<String, Entry> entries = ofKind(kind);
        Map.Entry<String, Entry> first = entries.pollFirstEntry();
        if (first == null) {
            return null;
        }
        entries.put(first.getKey(), first.getValue());
        return first.getValue();
    }

    private @Nullable Entry put(Entry entry) {
        EntryKey key = entry.key();
        Entry before =
                kinds.computeIfAbsent(key.kind(), _ -> new LinkedHashMap<>())
                        .put(key.subject(), entry);
        entries += before == null ? 1 : 0;
        return before;
    }

    @SuppressWarnings("NonApiType") // its order is what is asked for
    private LinkedHashMap<String, Entry> ofKind(Class<? extends Entry> kind) {
        return kinds.computeIfAbsent(kind.getSimpleName(), _ -> new LinkedHashMap<>());
    }
}
