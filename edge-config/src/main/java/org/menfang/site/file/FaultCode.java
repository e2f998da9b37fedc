package org.menfang.site.file;

import java.util.Locale;

/// What can be wrong with a site file. Each has a message in each language, under its key.
public enum FaultCode {
    // the file as a whole
    FILE_UNREADABLE,
    TOO_LONG,
    NOT_UTF_8,
    EMPTY,
    TOO_DEEP,
    TOO_MANY_VALUES,
    TAB_AS_INDENT,
    SYNTAX,
    UNKNOWN_ALIAS,
    KEY_NOT_TEXT,
    TAGGED,
    SEVERAL_DOCUMENTS,
    // keys and values
    REPEATED_KEY,
    UNKNOWN_KEY,
    MISSING_KEY,
    MISSING_VALUE,
    EXPECTED_TEXT,
    EXPECTED_WHOLE_NUMBER,
    EXPECTED_NUMBER,
    EXPECTED_TRUTH,
    EXPECTED_SECTION,
    EXPECTED_LIST,
    NOT_ALLOWED,
    BAD_NAME,
    BAD_DURATION,
    BAD_CAMERA_SOURCE,
    BAD_HOST,
    NUMBER_TOO_SMALL,
    NUMBER_TOO_LARGE,
    TEXT_EMPTY,
    TEXT_TOO_LONG,
    TOO_FEW,
    TOO_MANY,
    REPEATED_ELEMENT,
    // beyond the schema
    UNKNOWN_ZONE,
    UNKNOWN_DOOR,
    UNKNOWN_AREA,
    UNKNOWN_READER,
    SAME_AREA_TWICE,
    READER_AND_REX,
    NEITHER_READER_NOR_REX,
    READER_ON_TWO_ACCESS_POINTS,
    READER_UNUSED,
    LOCK_WITHOUT_FAIL_MODE,
    NO_OUTSIDE,
    AREA_WITHOUT_EXIT,
    RELEASE_TOO_SHORT,
    EXTENDED_RELEASE_SHORTER,
    EXTENDED_HELD_SHORTER,
    WARNING_TOO_LONG,
    DURATION_TOO_LONG,
    SAME_PORT,
    UNKNOWN_POINT,
    POINT_WITHOUT_PIN,
    LINE_USED_TWICE,
    INPUT_SETTING_ON_OUTPUT;

    /// The key of its message.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
