package org.menfang.json;

import java.util.List;
import java.util.Optional;

/// A value of a text that a person wrote, and where it stands.
public sealed interface Located {
    TextPlace place();

    /// Keys and values in the order in which they stand; no key stands twice.
    record Mapping(TextPlace place, List<Entry> entries) implements Located {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key().value().equals(key)).findFirst();
        }
    }

    record Sequence(TextPlace place, List<Located> elements) implements Located {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    record Text(TextPlace place, String value) implements Located {}

    record WholeNumber(TextPlace place, long value) implements Located {}

    record Fraction(TextPlace place, double value) implements Located {}

    record Truth(TextPlace place, boolean value) implements Located {}

    /// The place of a value that is not there: `null`, or nothing after the colon.
    record Nothing(TextPlace place) implements Located {}

    /// One key of a mapping and its value.
    record Entry(Text key, Located value) {}
}
