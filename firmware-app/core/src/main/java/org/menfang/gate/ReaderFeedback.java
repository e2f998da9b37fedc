package org.menfang.gate;

import org.menfang.vocabulary.DenyReason;

/// What a reader shows, in light and sound, to the person before it.
///
/// A denial says of what kind it is, so that people know whether to wait, to come another time or
/// to ask: never more, since whoever tries a stranger's card reads it as well.
public enum ReaderFeedback {
    /// The card was read; the answer follows.
    READ,
    GRANTED,
    /// Nobody here knows it, or it does not prove what it says.
    DENIED_UNKNOWN,
    /// Not here or not now.
    DENIED_NOT_NOW,
    /// The card is out of use, or the door is.
    DENIED_BLOCKED,
    /// Something is missing that may come in a moment.
    DENIED_WAIT,
    /// The card is fine; now its PIN.
    ENTER_PIN,
    /// The first of two persons is fine; now the second.
    NEXT_PERSON,
    /// A key was taken.
    KEY_TAKEN,
    /// The door should be closed now.
    CLOSE_THE_DOOR,
    /// Nothing to show.
    IDLE;

    /// How a denial is shown.
    public static ReaderFeedback of(DenyReason reason) {
        return switch (reason) {
            case UNKNOWN_CREDENTIAL,
                    UNREADABLE_CREDENTIAL,
                    TAG_FORGED,
                    TAG_REPLAYED,
                    PASS_MALFORMED,
                    PASS_FORGED,
                    PASS_ISSUER_UNKNOWN,
                    PASS_ISSUER_REVOKED,
                    PASS_FOREIGN,
                    PIN_WRONG ->
                    DENIED_UNKNOWN;
            case NOT_YET_VALID,
                    NOT_PERMITTED_HERE,
                    NOT_PERMITTED_NOW,
                    CLASS_TOO_WEAK,
                    LEVEL_FORBIDS,
                    QUOTA_USED_UP,
                    QUARANTINED ->
                    DENIED_NOT_NOW;
            case EXPIRED,
                    SUSPENDED,
                    LOST,
                    PASS_REVOKED,
                    PASS_USED_UP,
                    LOCKED_OUT,
                    PASSBACK,
                    DOOR_BLOCKED,
                    DOOR_LOCKED_DOWN ->
                    DENIED_BLOCKED;
            case TIME_NOT_TRUSTED,
                    STORAGE_FAILED,
                    CODE_STALE,
                    CODE_REPEATED,
                    PASSBACK_TIMED,
                    AREA_FULL,
                    INTERLOCKED,
                    PIN_MISSING,
                    SECOND_PERSON_MISSING,
                    ESCORT_MISSING ->
                    DENIED_WAIT;
        };
    }

    /// Whether somebody is turned away.
    public boolean isDenial() {
        return switch (this) {
            case DENIED_UNKNOWN, DENIED_NOT_NOW, DENIED_BLOCKED, DENIED_WAIT -> true;
            case READ, GRANTED, ENTER_PIN, NEXT_PERSON, KEY_TAKEN, CLOSE_THE_DOOR, IDLE -> false;
        };
    }
}
