package org.menfang.gate.hardware;

import org.menfang.gate.CardBits;
import org.menfang.vocabulary.ReaderId;

/// Hears what readers read. Any thread may call it; it never blocks.
public interface CardListener {
    void onCard(ReaderId reader, CardBits bits);
}
