package org.menfang.rules.file;

import java.util.Locale;

/// What can be wrong with a rule set. Each has a message in each language, under its key.
public enum RuleFaultCode {
    FILE_UNREADABLE,
    TOO_LONG,
    /// It does not unpack.
    NOT_PACKED,
    SYNTAX,
    NOT_AN_OBJECT,
    NOT_A_LIST,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    MALFORMED,
    TOO_MANY,
    BAD_VERSION,
    REPEATED_SCHEDULE,
    REPEATED_PROFILE,
    REPEATED_HOLDER,
    REPEATED_CREDENTIAL,
    UNKNOWN_SCHEDULE,
    UNKNOWN_PROFILE,
    UNKNOWN_HOLDER,
    REPEATED_DAY,
    /// There are more faults than are told.
    AND_MORE;

    /// The key of its message.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
