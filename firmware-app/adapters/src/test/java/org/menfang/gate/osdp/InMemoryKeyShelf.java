package org.menfang.gate.osdp;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.menfang.vocabulary.ReaderId;

/// Keys that go with the process.
final class InMemoryKeyShelf implements KeyShelf {
    private final Map<ReaderId, Kept> kept = new HashMap<>();
    private boolean isFull;

    InMemoryKeyShelf with(ReaderId reader, BaseKey own) {
        kept.put(reader, new Kept(own, null, false));
        return this;
    }

    void fill() {
        isFull = true;
    }

    @Override
    public Kept of(ReaderId reader) {
        return kept.getOrDefault(reader, Kept.NOTHING);
    }

    @Override
    public void propose(ReaderId reader, BaseKey key) throws IOException {
        if (isFull) {
            throw new IOException("no room");
        }
        kept.put(reader, new Kept(of(reader).own(), key, false));
    }

    @Override
    public void confirm(ReaderId reader) throws IOException {
        BaseKey key = of(reader).proposed();
        if (key == null) {
            throw new IOException("no key was proposed");
        }
        kept.put(reader, new Kept(key, null, false));
    }
}
