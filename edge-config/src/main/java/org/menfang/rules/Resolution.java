package org.menfang.rules;

import java.time.LocalDate;

/// Who decided a rule, so that a rule in force can show it.
///
/// @param by the body that decided, 1 to 100 characters: 议事会
/// @param on the day of the decision
/// @param record where it is written down, up to 200 characters: the number of the minutes
public record Resolution(String by, LocalDate on, String record) {
    public static final int BY_CHARS_MAX = 100;
    public static final int RECORD_CHARS_MAX = 200;

    public Resolution {
        if (by.isBlank() || by.length() > BY_CHARS_MAX || record.length() > RECORD_CHARS_MAX) {
            throw new IllegalArgumentException("a resolution says who decided it, in few words");
        }
    }
}
