package org.menfang.gate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class IndexTest {
    @Test
    void every_value_is_found_by_its_key_and_nothing_else_is_found() {
        Random random = new Random(1);
        for (int size : new int[] {0, 1, 2, 3, 7, 100, 5_000}) {
            Map<Integer, String> values = new TreeMap<>();
            while (values.size() < size) {
                values.put(random.nextInt(size * 4), "v" + values.size());
            }
            List<Map.Entry<Integer, String>> list = new ArrayList<>(values.entrySet());
            Index<Integer, Map.Entry<Integer, String>> index = new Index<>(list, Map.Entry::getKey);
            assertEquals(size, index.size());
            for (int key = -1; key <= size * 4; key++) {
                var found = index.find(key);
                assertEquals(values.get(key), found == null ? null : found.getValue());
            }
        }
    }

    @Test
    void keys_with_the_same_hash_are_told_apart() {
        List<String> values = List.of("AaAa", "BBBB", "AaBB", "BBAa");
        Index<String, String> index = new Index<>(values, Function.identity());
        values.forEach(value -> assertEquals(value, index.find(value)));
        assertNull(index.find("Aa"));
    }

    @Test
    void two_values_with_one_key_are_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Index<>(List.of("a", "b", "a"), Function.identity()));
    }
}
