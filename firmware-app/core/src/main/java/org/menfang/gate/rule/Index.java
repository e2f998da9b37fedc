package org.menfang.gate.rule;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values of a list, found by a key that each of them bears. It is a hash table that keeps nothing
/// but places in the list: 250,000 values take 2 MB beside the list itself, where a map of the
/// library takes 12. It cannot be walked.
final class Index<K, V> {
    /// Spreads hashes that lie close together: 2 to the 32nd, divided by the golden ratio.
    private static final int SPREAD = 0x9E37_79B9;

    private final List<V> values;
    private final Function<V, K> keyOf;

    /// One more than the place of a value in the list; 0 for none.
    private final int[] places;

    private final int shift;

    /// @throws IllegalArgumentException if two values bear the same key
    Index(List<V> values, Function<V, K> keyOf) {
        this.values = values;
        this.keyOf = keyOf;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(values.size() * 3 / 2 + 1);
        places = new int[1 << bits];
        shift = Integer.SIZE - bits;
        for (int place = 0; place < values.size(); place++) {
            add(keyOf.apply(values.get(place)), place);
        }
    }

    @Nullable V find(K key) {
        int place = places[slotOf(key)];
        return place == 0 ? null : values.get(place - 1);
    }

    int size() {
        return values.size();
    }

    private void add(K key, int place) {
        int slot = slotOf(key);
        if (places[slot] != 0) {
            throw new IllegalArgumentException("the rule set has two of " + key);
        }
        places[slot] = place + 1;
    }

    /// Where a key is, or would be.
    private int slotOf(K key) {
        int slot = (key.hashCode() * SPREAD) >>> shift;
        while (places[slot] != 0 && !keyOf.apply(values.get(places[slot] - 1)).equals(key)) {
            slot = (slot + 1) & (places.length - 1);
        }
        return slot;
    }
}
