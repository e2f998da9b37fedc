package org.menfang.vocabulary;

/// Who holds a credential.
public enum HolderKind {
    RESIDENT,
    RENTER,
    VOLUNTEER,
    COURIER,
    VISITOR
}
