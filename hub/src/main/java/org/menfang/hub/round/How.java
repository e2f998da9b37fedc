package org.menfang.hub.round;

/// How somebody shows that they stand at a checkpoint.
public enum How {
    /// The walker's own card at a reader of a gate.
    READER,
    /// A code that never changes, in a tag for phones or printed: whoever copied it can show it
    /// from anywhere.
    NFC,
    /// A code on a screen, another one every minute.
    QR,
    /// A button at the place, which anybody can press; where the place has none, the one on the
    /// phone: the walker's word.
    BUTTON
}
