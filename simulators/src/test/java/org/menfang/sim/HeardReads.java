package org.menfang.sim;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.vocabulary.ReaderId;

/// Hears readers in place of a gate, as lines such as `north-reader card 0101`.
public final class HeardReads implements ReaderListener {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /// The next line; waits for it.
    public String next() throws InterruptedException {
        return lines.take();
    }

    @Override
    public void onCard(ReaderId reader, CardBits bits) {
        lines.add(reader + " card " + bits.bits());
    }

    @Override
    public void onKey(ReaderId reader, Key key) {
        lines.add(reader + " key " + key);
    }

    @Override
    public void onText(ReaderId reader, String text) {
        lines.add(reader + " text " + text);
    }
}
