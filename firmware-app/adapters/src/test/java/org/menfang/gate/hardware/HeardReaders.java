package org.menfang.gate.hardware;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.vocabulary.ReaderId;

/// A listener that writes down what it hears: `scanner text HC1:6BF`.
public final class HeardReaders implements ReaderListener {
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /// The next thing heard; nothing if none comes in time.
    public @Nullable String poll(long wait, TimeUnit unit) throws InterruptedException {
        return heard.poll(wait, unit);
    }

    @Override
    public void onCard(ReaderId reader, CardBits bits) {
        heard.add(reader + " card " + bits.bits());
    }

    @Override
    public void onKey(ReaderId reader, Key key) {
        heard.add(reader + " key " + key);
    }

    @Override
    public void onText(ReaderId reader, String text) {
        heard.add(reader + " text " + text);
    }

    @Override
    public void onFailed(ReaderId reader, String why) {
        heard.add(reader + " failed");
    }

    @Override
    public void onRecovered(ReaderId reader) {
        heard.add(reader + " recovered");
    }
}
