package org.menfang.vocabulary;

/// Whether a credential is in use, apart from its validity in time.
public enum CredentialStatus {
    ACTIVE,
    /// Taken out of use for a while.
    SUSPENDED,
    /// Reported lost: it opens nothing, and showing it is an alarm.
    LOST
}
