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
}
