package org.menfang.rules.file;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.json.TextPlace;

/// What was read of one field of a rule set: the elements of a list, or the one value.
final class Pieces<T> implements Iterable<Piece<T>> {
    static final TextPlace NOWHERE = new TextPlace(0, 0);

    private final String field;
    private final List<Piece<T>> all = new ArrayList<>();

    Pieces(String field) {
        this.field = field;
    }

    /// The elements of a list that was not read from a text.
    static <T> Pieces<T> of(String field, List<T> values) {
        Pieces<T> pieces = new Pieces<>(field);
        for (int i = 0; i < values.size(); i++) {
            pieces.take(NOWHERE, i, values.get(i));
        }
        return pieces;
    }

    /// A value that was not read from a text.
    static <T> Pieces<T> ofValue(String field, @Nullable T value) {
        Pieces<T> pieces = new Pieces<>(field);
        if (value != null) {
            pieces.take(NOWHERE, value);
        }
        return pieces;
    }

    void take(TextPlace place, int index, T value) {
        all.add(new Piece<>(field, index, place, value));
    }

    void take(TextPlace place, T value) {
        take(place, -1, value);
    }

    List<T> values() {
        return all.stream().map(Piece::value).toList();
    }

    /// The value of a field that is no list; none where it was not there.
    @Nullable T value() {
        return all.isEmpty() ? null : all.getLast().value();
    }

    T valueOr(T standIn) {
        T value = value();
        return value == null ? standIn : value;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public Iterator<Piece<T>> iterator() {
        return all.iterator();
    }
}
