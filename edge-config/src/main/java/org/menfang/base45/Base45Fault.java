package org.menfang.base45;

/// Why a text is not Base45.
public enum Base45Fault {
    /// A character that is none of the 45.
    UNKNOWN_CHARACTER,
    /// One character is left over: three stand for two bytes, two for one byte.
    CHARACTER_LEFT_OVER,
    /// Three characters stand for more than two bytes can hold, such as `GGW` and `:::`.
    THREE_TOO_LARGE,
    /// The last two characters stand for more than one byte can hold.
    TWO_TOO_LARGE
}
