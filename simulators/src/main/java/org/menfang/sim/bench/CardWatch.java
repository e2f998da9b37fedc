package org.menfang.sim.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.vocabulary.ReaderId;

/// Notes when each card was heard.
final class CardWatch implements ReaderListener {
    private final Map<String, Long> heardAt = new HashMap<>();

    @Override
    public synchronized void onCard(ReaderId reader, CardBits bits) {
        heardAt.put(name(reader, bits), System.nanoTime());
        notifyAll();
    }

    @Override
    public void onKey(ReaderId reader, Key key) {
        throw new IllegalStateException("nobody pressed " + key);
    }

    @Override
    public void onText(ReaderId reader, String text) {
        throw new IllegalStateException("nobody showed " + text);
    }

    /// @return when it was heard, by the system's own nanoseconds
    /// @throws IOException if it is not heard in time
    synchronized long await(ReaderId reader, CardBits bits, Duration waitMax)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + waitMax.toNanos();
        Long heard = heardAt.remove(name(reader, bits));
        while (heard == null) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw new IOException("a card at " + reader + " was not heard");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
            heard = heardAt.remove(name(reader, bits));
        }
        return heard;
    }

    private static String name(ReaderId reader, CardBits bits) {
        return reader + " " + bits.bits();
    }
}
