package org.menfang.gate.hardware;

import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.vocabulary.ReaderId;

/// Hears what readers deliver. Any thread may call it; it never blocks.
public interface ReaderListener {
    /// A card, or what a Wiegand line made of a key.
    void onCard(ReaderId reader, CardBits bits);

    void onKey(ReaderId reader, Key key);

    /// What a QR code says, or the link of a tag.
    void onText(ReaderId reader, String text);

    /// A reader is not heard any more, or what comes from it is broken. Told once, until it is
    /// heard well again.
    ///
    /// @param why for whoever looks after it
    default void onFailed(ReaderId reader, String why) {}

    /// Somebody opened the case of a reader, or took it off its wall; or put all back.
    default void onTamper(ReaderId reader, boolean active) {}

    /// A reader that had failed is heard well again.
    default void onRecovered(ReaderId reader) {}
}
