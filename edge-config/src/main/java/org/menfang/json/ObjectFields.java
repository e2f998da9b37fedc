package org.menfang.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Which fields a large object may have, and who takes what is read of them.
public final class ObjectFields {
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private Set<String> demanded = Set.of();

    /// None yet.
    public ObjectFields() {}

    /// Takes the value of a field.
    public interface ValueTaker<T> {
        void take(TextPlace place, T value);
    }

    /// Takes the elements of a list, one at a time.
    public interface ElementTaker<T> {
        /// @param index which element it is, from 0; one that is malformed is left out
        void take(TextPlace place, int index, T value);
    }

    /// What stands in a field.
    sealed interface Field {}

    record Value<T>(Class<T> type, ValueTaker<T> taker) implements Field {}

    record Elements<T>(Class<T> type, int elementsMax, ElementTaker<T> taker) implements Field {}

    record Section(ObjectFields fields) implements Field {}

    /// A field with one value, which is read at once.
    public <T> ObjectFields value(String name, Class<T> type, ValueTaker<T> taker) {
        fields.put(name, new Value<>(type, taker));
        return this;
    }

    /// A field with a list, which is read one element after the other.
    public <T> ObjectFields list(
            String name, Class<T> type, int elementsMax, ElementTaker<T> taker) {
        fields.put(name, new Elements<>(type, elementsMax, taker));
        return this;
    }

    /// A field with an object, which is read piece by piece as well.
    public ObjectFields section(String name, ObjectFields section) {
        fields.put(name, new Section(section));
        return this;
    }

    /// Which of the fields may not be left out.
    public ObjectFields demand(String... names) {
        demanded = Set.of(names);
        return this;
    }

    Map<String, Field> fields() {
        return fields;
    }

    boolean demands(String name) {
        return demanded.contains(name);
    }
}
