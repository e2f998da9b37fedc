package org.menfang.vocabulary;

/// Why a passage was denied. Every denial carries exactly one.
public enum DenyReason {
    /// The credential is not in the access table.
    UNKNOWN_CREDENTIAL,
    /// The reader delivered bits or text that are no credential: wrong length, parity or form.
    UNREADABLE_CREDENTIAL,
    /// The credential's validity has not begun.
    NOT_YET_VALID,
    /// The credential's validity has ended.
    EXPIRED,
    /// The credential or its holder is suspended for now.
    SUSPENDED,
    /// The credential was reported lost.
    LOST,
    /// No profile of the holder, and not the pass, names this access point.
    NOT_PERMITTED_HERE,
    /// A profile names this access point, but not at this time.
    NOT_PERMITTED_NOW,
    /// The door is blocked.
    DOOR_BLOCKED,
    /// The door is locked down.
    DOOR_LOCKED_DOWN,
    /// The decision needs the wall clock, and the wall clock is not trusted.
    TIME_NOT_TRUSTED,
    /// The decision needs to be on disk first, and storage fails.
    STORAGE_FAILED,
    /// The tag's message is not signed with its key.
    TAG_FORGED,
    /// The tag's counter was seen before: an old message, or a copy of the tag.
    TAG_REPLAYED,
    /// The pass is not a pass of ours in form.
    PASS_MALFORMED,
    /// The pass is not signed with the key that it names.
    PASS_FORGED,
    /// The compound does not accept passes of this issuer.
    PASS_ISSUER_UNKNOWN,
    /// The compound no longer accepts passes of this issuer.
    PASS_ISSUER_REVOKED,
    /// The pass is for another compound.
    PASS_FOREIGN,
    /// The pass was taken back.
    PASS_REVOKED,
    /// The pass has no uses left.
    PASS_USED_UP,
    /// The code on the pass is not of this moment: a picture of a phone.
    CODE_STALE,
    /// The code on the pass was shown already: two phones show the same pass.
    CODE_REPEATED,
    /// Too many wrong tries; the credential is out of use for a while.
    LOCKED_OUT,
    /// The holder or the household is in quarantine.
    QUARANTINED,
    /// This class of credential does not suffice here and now.
    CLASS_TOO_WEAK,
    /// The compound's level admits nobody like this now.
    LEVEL_FORBIDS,
    /// The household has used up what it may.
    QUOTA_USED_UP,
    /// The holder is already inside.
    PASSBACK,
    /// The same credential passed here a moment ago.
    PASSBACK_TIMED,
    /// The area is full.
    AREA_FULL,
    /// A door that may not be open together with this one is open or released.
    INTERLOCKED,
    /// A PIN was asked for and not entered in time.
    PIN_MISSING,
    /// The PIN is wrong.
    PIN_WRONG,
    /// A second person was asked for and did not come in time.
    SECOND_PERSON_MISSING,
    /// Nobody who may escort came before.
    ESCORT_MISSING
}
