package org.menfang.hub.notify;

/// Why a message was never sent.
public enum Loss {
    /// It was of use no longer.
    TOO_LATE,
    /// Others took its room.
    GAVE_WAY
}
