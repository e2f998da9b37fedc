package org.menfang.sim.compound;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.json.EventJson;

/// One stream of events on the simulated disk: texts, each with the hash of the one before it.
final class Chain {
    private final EventStream stream;
    private final List<String> texts = new ArrayList<>();
    private final List<Sha256> hashes = new ArrayList<>();
    private long acknowledged;

    Chain(EventStream stream) {
        this.stream = stream;
    }

    long length() {
        return texts.size();
    }

    long acknowledged() {
        return acknowledged;
    }

    void acknowledge(long seq) {
        acknowledged = seq;
    }

    /// What the event with this sequence hashes to; that of nothing for 0, none beyond the end.
    @Nullable Sha256 hash(long seq) {
        if (seq < 0 || seq > hashes.size()) {
            return null;
        }
        return seq == 0 ? Sha256.ZERO : hashes.get((int) seq - 1);
    }

    /// The text as the disk gives it back.
    String text(long seq) {
        return texts.get((int) seq - 1);
    }

    /// Whether the text is still what was written.
    boolean isWhole(long seq) {
        return Sha256.of(text(seq)).equals(hash(seq));
    }

    void append(Event event) {
        if (event.position().seq() != length() + 1) {
            throw new IllegalStateException(
                    "event "
                            + event.position().seq()
                            + " does not follow event "
                            + length()
                            + " of "
                            + stream.wireName());
        }
        Sha256 before = hash(length());
        if (before == null) {
            throw new IllegalStateException("a chain has a hash for each of its events");
        }
        String text = EventJson.write(event, before);
        texts.add(text);
        hashes.add(Sha256.of(text));
    }

    /// Loses the end, as a disk does that lied about it.
    void cutBackTo(long length) {
        while (texts.size() > length) {
            texts.removeLast();
            hashes.removeLast();
        }
        acknowledged = Math.min(acknowledged, length);
    }

    /// A bit of a stored text flips.
    void flip(long seq, int place) {
        StringBuilder damaged = new StringBuilder(text(seq));
        int at = Math.floorMod(place, damaged.length());
        damaged.setCharAt(at, (char) (damaged.charAt(at) ^ 1));
        texts.set((int) seq - 1, damaged.toString());
    }
}
