package org.menfang.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One item of CBOR. Its `toString` is the diagnostic notation of RFC 8949, section 8.
public sealed interface CborValue {
    /// A whole number.
    record Whole(long value) implements CborValue {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /// A string of bytes. Whoever holds it does not change them.
    @SuppressWarnings("ArrayRecordComponent") // Equality is by content.
    record Bytes(byte[] value) implements CborValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes(byte[] bytes) && Arrays.equals(value, bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "h'" + HexFormat.of().formatHex(value) + "'";
        }
    }

    /// A string of characters.
    record Text(String value) implements CborValue {
        public Text {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
                throw new IllegalArgumentException("half a character cannot be written");
            }
        }

        @Override
        public String toString() {
            return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
    }

    record Array(List<CborValue> items) implements CborValue {
        public Array {
            items = List.copyOf(items);
        }

        public static Array of(CborValue... items) {
            return new Array(List.of(items));
        }

        @Override
        public String toString() {
            return items.toString();
        }
    }

    /// Keys and their values. As read, they stand in the order of their bytes; the writer brings
    /// them into that order.
    record Map(List<Entry> entries) implements CborValue {
        public Map {
            entries = List.copyOf(entries);
        }

        public static Map of(Entry... entries) {
            return new Map(List.of(entries));
        }

        /// The value that stands under a number.
        public Optional<CborValue> find(long key) {
            CborValue wanted = new Whole(key);
            return entries.stream()
                    .filter(entry -> entry.key.equals(wanted))
                    .map(Entry::value)
                    .findFirst();
        }

        @Override
        public String toString() {
            return entries.stream()
                    .map(entry -> entry.key + ": " + entry.value)
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /// One key of a map with its value.
    record Entry(CborValue key, CborValue value) {
        /// Under a number, as most of our keys are.
        public static Entry of(long key, CborValue value) {
            return new Entry(new Whole(key), value);
        }
    }

    /// A value with a number that says what it means.
    record Tagged(long tag, CborValue value) implements CborValue {
        public Tagged {
            if (tag < 0) {
                throw new IllegalArgumentException("a tag is not negative: " + tag);
            }
        }

        @Override
        public String toString() {
            return tag + "(" + value + ")";
        }
    }

    /// False or true.
    record Flag(boolean value) implements CborValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /// Nothing.
    record Null() implements CborValue {
        @Override
        public String toString() {
            return "null";
        }
    }
}
