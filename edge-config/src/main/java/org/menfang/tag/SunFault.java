package org.menfang.tag;

/// Why a text is not a genuine message of a tag: one for each way to be wrong.
public enum SunFault {
    /// Not a link at all, so perhaps something else that a reader may be shown.
    NOT_A_LINK,
    /// Longer than the memory of a tag.
    TOO_LONG,
    /// A sign that no tag writes.
    FOREIGN_SIGN,
    /// A parameter without an equals sign, or without a name.
    BROKEN_PARAMETER,
    /// A parameter that is not one of a tag's.
    UNKNOWN_PARAMETER,
    REPEATED_PARAMETER,
    /// Both the plain and the encrypted form.
    BOTH_FORMS,
    /// Neither the plain nor the encrypted form.
    NEITHER_FORM,
    UID_MISSING,
    UID_FORM,
    COUNTER_MISSING,
    COUNTER_FORM,
    PICC_DATA_FORM,
    MAC_MISSING,
    MAC_FORM,
    /// The form is encrypted, and this compound has no key for that.
    NO_PICC_KEY,
    /// What was encrypted is no number and counter: another compound's tag, or noise.
    PICC_DATA_FOREIGN,
    /// Nobody knows a key of the tag that it claims to be.
    UNKNOWN_TAG,
    /// The tag that it claims to be did not make it.
    MAC_WRONG
}
