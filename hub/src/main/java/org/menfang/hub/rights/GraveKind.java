package org.menfang.hub.rights;

/// The acts that two persons of two bodies do together.
public enum GraveKind {
    /// Many residents or credentials at once.
    MASS_CHANGE(Right.KEEP_PEOPLE),
    /// A quota or a curfew comes into force or changes.
    QUOTA(Right.KEEP_RULES),
    /// A lockdown of more than an hour.
    LONG_LOCKDOWN(Right.SET_LEVEL),
    /// Records leave the hub.
    EXPORT(Right.SEE_RECORDS),
    /// Somebody gets or loses a role.
    ROLES(Right.KEEP_RULES),
    /// Records are deleted before their time.
    DELETION(Right.KEEP_PEOPLE),
    /// The sum from which on an expense takes two keys changes.
    MONEY_LIMIT(Right.KEEP_ACCOUNTS);

    private final Right right;

    GraveKind(Right right) {
        this.right = right;
    }

    /// With this right, or with {@link Right#CONFIRM}, somebody may be the second person.
    public Right right() {
        return right;
    }
}
