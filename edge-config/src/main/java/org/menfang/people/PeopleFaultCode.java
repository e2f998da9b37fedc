package org.menfang.people;

import java.util.Locale;

/// What can be wrong with a people file. Each has a message in each language, under its key.
public enum PeopleFaultCode {
    FILE_UNREADABLE,
    TOO_LONG,
    NOT_UTF_8,
    SYNTAX,
    EMPTY,
    UNKNOWN_COLUMN,
    REPEATED_COLUMN,
    MISSING_COLUMN,
    WRONG_NUMBER_OF_FIELDS,
    TOO_MANY_LINES,
    BAD_HOLDER,
    REPEATED_HOLDER,
    BAD_HOUSEHOLD,
    NAME_EMPTY,
    NAME_TOO_LONG,
    ADDRESS_TOO_LONG,
    CONTROL_CHARACTER,
    /// There are more faults than are told.
    AND_MORE;

    /// The key of its message.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
