package org.menfang.hub.rights;

/// The acts that two persons of two bodies do together.
public enum GraveKind {
    /// Many residents or credentials at once.
    MASS_CHANGE,
    /// A quota or a curfew comes into force or changes.
    QUOTA,
    /// A lockdown of more than an hour.
    LONG_LOCKDOWN,
    /// Records leave the hub.
    EXPORT,
    /// Somebody gets or loses a role.
    ROLES,
    /// Records are deleted before their time.
    DELETION
}
