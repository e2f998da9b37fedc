package org.menfang.gate.sqlite;

import java.sql.SQLException;

/// The kind of a failure of SQLite, told by its result code.
enum StorageFault {
    WRONG_CONTENT(1, "the database does not hold what it should"),
    BUSY(5, "another program holds the database"),
    READ_ONLY(8, "the database cannot be written"),
    INPUT_OUTPUT(10, "the disk fails"),
    CORRUPT(11, "the database is damaged"),
    FULL(13, "there is no room left on the disk"),
    CANNOT_OPEN(14, "the database file cannot be opened"),
    CONSTRAINT(19, "a rule of the database is broken"),
    NOT_A_DATABASE(26, "the file is not a database"),
    OTHER(-1, "the database fails");

    private static final int BASE_CODE_MASK = 0xff;

    private final int code;
    private final String meaning;

    StorageFault(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    static StorageFault of(SQLException e) {
        int base = e.getErrorCode() & BASE_CODE_MASK;
        for (StorageFault fault : values()) {
            if (fault.code == base) {
                return fault;
            }
        }
        return OTHER;
    }

    /// What a person needs to know of a failure.
    static String why(SQLException e) {
        return of(e).meaning + " (" + e.getMessage() + ")";
    }

    /// Whether the file itself is bad, so that no better day will make it good.
    boolean isDamage() {
        return this == WRONG_CONTENT
                || this == CORRUPT
                || this == CONSTRAINT
                || this == NOT_A_DATABASE;
    }

    /// Whether a new connection may help where the old one failed: a card that was mounted anew, a
    /// file system that was read-only for a while.
    boolean asksForNewConnection() {
        return this == READ_ONLY || this == INPUT_OUTPUT || this == CANNOT_OPEN;
    }
}
