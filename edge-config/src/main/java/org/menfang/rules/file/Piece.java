package org.menfang.rules.file;

import org.menfang.json.TextPlace;

/// One value of a rule set, and where it stands.
///
/// @param field the field that holds it, or the list: `households.quotas`
/// @param index which element of a list it is, from 0; -1 for the value of a field
/// @param place {@link Pieces#NOWHERE} where the set was not read from a text
record Piece<T>(String field, int index, TextPlace place, T value) {
    /// Where it is in the set: `households.quotas[2]`.
    String path() {
        return index < 0 ? field : field + "[" + index + "]";
    }
}
