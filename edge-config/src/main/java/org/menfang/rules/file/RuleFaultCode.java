package org.menfang.rules.file;

import java.util.Locale;

/// What can be wrong with a rule set. Each has a message in each language, under its key.
public enum RuleFaultCode {
    FILE_UNREADABLE,
    TOO_LONG,
    /// It does not unpack.
    NOT_PACKED,
    /// It is not in the envelope of a signed set.
    NOT_SIGNED,
    /// Somebody signed it whose rules are not accepted.
    UNKNOWN_KEY,
    WRONG_SIGNATURE,
    SYNTAX,
    NOT_AN_OBJECT,
    NOT_A_LIST,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    MALFORMED,
    TOO_MANY,
    BAD_VERSION,
    OUT_OF_RANGE,

    /// What has to be there once is there twice.
    REPEATED,
    /// A list names the same thing twice.
    REPEATED_NAME,
    /// A list that names nothing, so that its rule would never hold.
    NOTHING_NAMED,
    UNKNOWN_SPECIAL_DAYS,
    UNKNOWN_SCHEDULE,
    UNKNOWN_PROFILE,
    UNKNOWN_HOLDER,
    UNKNOWN_HOUSEHOLD,
    UNKNOWN_DOOR,
    UNKNOWN_AREA,
    UNKNOWN_ACCESS_POINT,

    /// A quota or a quarantine that never ends.
    MISSING_END,
    /// A quota or a quarantine that nobody decided.
    MISSING_DECISION,
    /// A credential's identifier is not of its class.
    WRONG_CLASS,
    MISSING_PIN_KEY,
    MISSING_PIN_DIGITS,
    /// More PINs that open alone than IEC 60839-11-1 allows.
    TOO_MANY_PINS,
    KEY_LENGTH,
    /// An interlock over doors of two gates, which nobody could hold to.
    INTERLOCK_ACROSS_GATES,
    /// An evacuation that locks a door or turns somebody away.
    EVACUATION_LOCKS,

    /// The set is for another compound than the gate.
    FOREIGN_COMPOUND,
    /// The set says what the gates of the compound have, and leaves this gate out.
    MISSING_OUTLINE,
    /// The set believes that this gate has other doors, areas or access points than it has.
    OUTLINE_DIFFERS,
    /// A rule that can deny where somebody leaves, and no exit button beside it.
    KEEPS_SOMEONE_IN,
    /// A profile that is kept to a lane names an access point elsewhere.
    LEAVES_LANE,
    /// A rule for credentials where nothing reads any.
    NO_READER,
    /// A rule for PINs where nobody can enter one.
    NO_KEYPAD,
    /// A rule for passes or tags where nothing reads their text.
    NO_CODES,
    /// There are more faults than are told.
    AND_MORE;

    /// The key of its message.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
