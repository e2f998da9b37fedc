package org.menfang.gate.app.doctor;

/// In which language the doctor speaks.
public enum Tongue {
    CHINESE,
    ENGLISH,
    /// Chinese first.
    BOTH
}
