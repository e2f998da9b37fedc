package org.menfang.vocabulary;

/// What became of the PIN that somebody entered for a card.
public enum PinCheck {
    /// None was entered yet.
    NOT_ENTERED,
    RIGHT,
    WRONG,
    /// It is the PIN that says: I am being forced. It opens as the right one does.
    DURESS
}
