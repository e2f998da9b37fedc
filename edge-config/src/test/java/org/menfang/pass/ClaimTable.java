package org.menfang.pass;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.cbor.CborValue;
import org.menfang.cbor.CborWriter;

/// The claims of a sound pass with one claim changed: `4="soon"`, `our 5=none`.
final class ClaimTable {
    private static final long OURS = -65537;

    private ClaimTable() {}

    static byte[] claims(String change) {
        String[] parts = change.split("=", 2);
        return claims(parts[0], value(parts[1]));
    }

    /// @param value none to leave the claim out
    static byte[] claims(String claim, @Nullable CborValue value) {
        Map<Long, CborValue> all = new TreeMap<>();
        all.put(4L, new CborValue.Whole(1_795_348_800L));
        all.put(5L, new CborValue.Whole(1_795_334_400L));
        all.put(7L, new CborValue.Bytes(new byte[8]));
        Map<Long, CborValue> ours = new TreeMap<>();
        ours.put(1L, new CborValue.Text("elm-lane"));
        ours.put(2L, CborValue.Array.of(new CborValue.Text("north-in")));
        ours.put(5L, new CborValue.Whole(2));
        ours.put(6L, new CborValue.Whole(5));
        ours.put(7L, new CborValue.Whole(1));
        long key = Long.parseLong(claim.replace("our ", ""));
        put(claim.startsWith("our ") ? ours : all, key, value);
        if (key != OURS) {
            all.put(OURS, map(ours));
        }
        return CborWriter.write(map(all));
    }

    private static void put(Map<Long, CborValue> claims, long key, @Nullable CborValue value) {
        if (value == null) {
            claims.remove(key);
        } else {
            claims.put(key, value);
        }
    }

    private static CborValue map(Map<Long, CborValue> claims) {
        return new CborValue.Map(
                claims.entrySet().stream()
                        .map(claim -> CborValue.Entry.of(claim.getKey(), claim.getValue()))
                        .toList());
    }

    private static @Nullable CborValue value(String text) {
        if (text.equals("none")) {
            return null;
        }
        if (text.startsWith("[")) {
            List<CborValue> items = new ArrayList<>();
            for (String item : text.substring(1, text.length() - 1).split(",", 0)) {
                if (!item.isBlank()) {
                    items.add(value(item.strip()));
                }
            }
            return new CborValue.Array(items);
        }
        return switch (text.charAt(0)) {
            case '"' -> new CborValue.Text(text.substring(1, text.length() - 1));
            case 'h' ->
                    new CborValue.Bytes(
                            HexFormat.of().parseHex(text.substring(2, text.length() - 1)));
            case '{' -> CborValue.Map.of();
            case 't' -> new CborValue.Flag(true);
            case '~' -> new CborValue.Null();
            default -> new CborValue.Whole(Long.parseLong(text));
        };
    }
}
