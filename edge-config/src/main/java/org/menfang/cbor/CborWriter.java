package org.menfang.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes items in the deterministic form, so that the same item always gives the same bytes.
public final class CborWriter {
    private static final long ONE_BYTE_MAX = 0xFF;
    private static final long TWO_BYTES_MAX = 0xFFFF;
    private static final long FOUR_BYTES_MAX = 0xFFFF_FFFFL;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CborWriter() {}

    /// @throws IllegalArgumentException if a map holds a key twice
    public static byte[] write(CborValue value) {
        CborWriter writer = new CborWriter();
        writer.item(value);
        return writer.out.toByteArray();
    }

    private void item(CborValue value) {
        switch (value) {
            case CborValue.Whole(long number) -> number(number);
            case CborValue.Bytes(byte[] bytes) -> string(Head.BYTES, bytes);
            case CborValue.Text(String text) ->
                    string(Head.TEXT, text.getBytes(StandardCharsets.UTF_8));
            case CborValue.Array(List<CborValue> items) -> {
                head(Head.ARRAY, items.size());
                items.forEach(this::item);
            }
            case CborValue.Map(List<CborValue.Entry> entries) -> map(entries);
            case CborValue.Tagged(long tag, CborValue tagged) -> {
                head(Head.TAG, tag);
                item(tagged);
            }
            case CborValue.Flag(boolean flag) -> head(Head.SIMPLE, flag ? Head.TRUE : Head.FALSE);
            case CborValue.Null() -> head(Head.SIMPLE, Head.NULL);
        }
    }

    private void number(long number) {
        if (number >= 0) {
            head(Head.UNSIGNED, number);
        } else {
            head(Head.NEGATIVE, -1 - number);
        }
    }

    private void string(int type, byte[] bytes) {
        head(type, bytes.length);
        out.writeBytes(bytes);
    }

    private void map(List<CborValue.Entry> entries) {
        List<Written> sorted =
                entries.stream()
                        .map(entry -> new Written(write(entry.key()), entry.value()))
                        .sorted((a, b) -> Arrays.compareUnsigned(a.key, b.key))
                        .toList();
        head(Head.MAP, sorted.size());
        byte[] last = {};
        for (Written entry : sorted) {
            if (Arrays.equals(last, entry.key)) {
                throw new IllegalArgumentException("a key stands in the map twice");
            }
            last = entry.key;
            out.writeBytes(entry.key);
            item(entry.value);
        }
    }

    private void head(int type, long argument) {
        int typeBits = type << Head.TYPE_SHIFT;
        if (argument < Head.ONE_BYTE_FOLLOWS) {
            out.write(typeBits | (int) argument);
            return;
        }
        // One byte follows, or two, four or eight: as few as hold the argument.
        int power = argument <= ONE_BYTE_MAX ? 0 : argument <= TWO_BYTES_MAX ? 1 : 2;
        if (argument > FOUR_BYTES_MAX) {
            power = 3;
        }
        out.write(typeBits | (Head.ONE_BYTE_FOLLOWS + power));
        for (int shift = ((1 << power) - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (argument >>> shift));
        }
    }

    /// A key as it stands in the bytes, with its value.
    @SuppressWarnings("ArrayRecordComponent") // It never leaves this class.
    private record Written(byte[] key, CborValue value) {}
}
