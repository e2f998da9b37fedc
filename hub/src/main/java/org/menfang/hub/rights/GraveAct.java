package org.menfang.hub.rights;

/// An act that two persons of two bodies do together: a record that JSON can hold, with all that is
/// needed to carry it out later. It is written into the log when it is proposed.
public interface GraveAct {
    GraveKind kind();

    /// What exactly is to be done, for the person who confirms it. In Chinese, without names of
    /// residents.
    String subject();

    /// The same in English.
    default String subjectInEnglish() {
        return subject();
    }
}
