package org.menfang.cbor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Items of any shape, the same ones for the same seed.
public final class RandomCbor {
    private RandomCbor() {}

    /// @param depth how many arrays, maps and tags may lie in each other
    public static CborValue value(Random chance, int depth) {
        return switch (chance.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> new CborValue.Whole(chance.nextLong() >> chance.nextInt(64));
            case 1 -> new CborValue.Whole(chance.nextInt(-30, 30));
            case 2 -> new CborValue.Bytes(bytes(chance));
            case 3 -> new CborValue.Text(text(chance));
            case 4 -> new CborValue.Flag(chance.nextBoolean());
            case 5 -> new CborValue.Null();
            case 6 -> new CborValue.Tagged(chance.nextInt(70_000), value(chance, depth - 1));
            case 7 -> array(chance, depth - 1);
            default -> map(chance, depth - 1);
        };
    }

    private static CborValue array(Random chance, int depth) {
        List<CborValue> items = new ArrayList<>();
        for (int i = chance.nextInt(6); i > 0; i--) {
            items.add(value(chance, depth));
        }
        return new CborValue.Array(items);
    }

    private static CborValue map(Random chance, int depth) {
        Map<CborValue, CborValue> entries = new LinkedHashMap<>();
        for (int i = chance.nextInt(6); i > 0; i--) {
            entries.put(value(chance, 0), value(chance, depth));
        }
        return new CborValue.Map(
                entries.entrySet().stream()
                        .map(entry -> new CborValue.Entry(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static byte[] bytes(Random chance) {
        byte[] bytes = new byte[chance.nextInt(chance.nextInt(10) == 0 ? 300 : 20)];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static String text(Random chance) {
        return "门北north 𐅑\"\\ü".substring(0, chance.nextInt(9));
    }
}
