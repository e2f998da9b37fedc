package org.menfang.site.file;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.menfang.json.Located;
import org.menfang.json.TextPlace;

/// One mapping of a site file, read with tolerance: what is missing or has the wrong type is not
/// there, since the schema has found that fault already.
record Section(Located.Mapping mapping) {
    private static final Located.Mapping NOTHING = new Located.Mapping(TextPlace.START, List.of());

    /// The section of a value; an empty one if it is no mapping.
    static Section of(Located value) {
        return new Section(value instanceof Located.Mapping mapping ? mapping : NOTHING);
    }

    /// The section under a key; an empty one if there is none.
    Section section(String key) {
        return value(key).map(Section::of).orElse(new Section(NOTHING));
    }

    boolean has(String key) {
        return mapping.find(key).isPresent();
    }

    /// All sections under a key, by their ids, in the order of the file.
    List<Item> items(String key) {
        return section(key).mapping.entries().stream()
                .map(entry -> new Item(entry.key(), of(entry.value())))
                .toList();
    }

    List<String> ids(String key) {
        return items(key).stream().map(Item::id).toList();
    }

    Optional<Placed<String>> text(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof Located.Text(TextPlace place, String text)
                                ? Optional.of(new Placed<>(place, text))
                                : Optional.empty());
    }

    Optional<Placed<Long>> number(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof Located.WholeNumber(TextPlace place, long number)
                                ? Optional.of(new Placed<>(place, number))
                                : Optional.empty());
    }

    Optional<Double> fraction(String key) {
        return value(key)
                .flatMap(value ->
                        switch (value) {
                            case Located.WholeNumber number -> Optional.of((double) number.value());
                            case Located.Fraction fraction -> Optional.of(fraction.value());
                            case Located.Mapping _,
                                    Located.Sequence _,
                                    Located.Text _,
                                    Located.Truth _,
                                    Located.Nothing _ ->
                                    Optional.empty();
                        });
    }

    boolean isTrue(String key) {
        return value(key)
                .filter(value -> value instanceof Located.Truth truth && truth.value())
                .isPresent();
    }

    /// Whether a key is true, or has a value that could be meant so.
    boolean isPerhapsTrue(String key) {
        return value(key)
                .filter(value -> !(value instanceof Located.Truth truth && !truth.value()))
                .isPresent();
    }

    Optional<Placed<Duration>> duration(String key) {
        return text(key)
                .flatMap(text ->
                        DurationText.read(text.value())
                                .map(duration -> new Placed<>(text.place(), duration)));
    }

    List<Placed<String>> texts(String key) {
        return value(key)
                .filter(Located.Sequence.class::isInstance)
                .map(Located.Sequence.class::cast)
                .map(sequence ->
                        sequence.elements().stream()
                                .filter(Located.Text.class::isInstance)
                                .map(Located.Text.class::cast)
                                .map(text -> new Placed<>(text.place(), text.value()))
                                .toList())
                .orElse(List.of());
    }

    /// The sections of a list; nothing for its other elements.
    List<Section> sections(String key) {
        return value(key)
                .filter(Located.Sequence.class::isInstance)
                .map(Located.Sequence.class::cast)
                .map(sequence ->
                        sequence.elements().stream()
                                .filter(Located.Mapping.class::isInstance)
                                .map(Section::of)
                                .toList())
                .orElse(List.of());
    }

    /// Where a key stands; the beginning of the file if it does not.
    TextPlace placeOfKey(String key) {
        return mapping.find(key).map(entry -> entry.key().place()).orElse(TextPlace.START);
    }

    private Optional<Located> value(String key) {
        return mapping.find(key).map(Located.Entry::value);
    }

    /// A section with the id that it stands under.
    record Item(Located.Text key, Section body) {
        String id() {
            return key.value();
        }

        TextPlace place() {
            return key.place();
        }
    }
}
