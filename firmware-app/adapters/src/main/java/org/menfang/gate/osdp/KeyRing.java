package org.menfang.gate.osdp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.vocabulary.ReaderId;

/// The keys with which one reader is tried, one after the other.
///
/// The key that every reader has from its maker is among them only while a person has asked to set
/// a key, and is never good for anything else.
final class KeyRing {
    private static final System.Logger LOG = System.getLogger(KeyRing.class.getName());

    private final ReaderId reader;
    private final KeyShelf shelf;
    private KeyShelf.Kept kept;
    private boolean withDefault;
    private int tried;

    KeyRing(ReaderId reader, KeyShelf shelf) {
        this.reader = reader;
        this.shelf = shelf;
        this.kept = shelf.of(reader);
    }

    /// Begins with the likeliest again.
    void beginAnew() {
        tried = 0;
    }

    void allowDefault(boolean allowed) {
        withDefault = allowed;
        tried = 0;
    }

    /// The key to try now; empty where there is none at all.
    Optional<BaseKey> now() {
        List<BaseKey> keys = keys();
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(tried % keys.size()));
    }

    /// The reader does not have it. Whether there is another one to be tried.
    boolean next() {
        tried = (tried + 1) % Math.max(1, keys().size());
        return tried > 0;
    }

    /// Why there is no key.
    ReaderFault whyNone() {
        return kept.damaged() ? ReaderFault.KEY_UNUSABLE : ReaderFault.NO_KEY;
    }

    /// Whether the reader is being given this key, or was.
    boolean isProposed(BaseKey key) {
        return key.equals(kept.proposed());
    }

    /// Keeps a key that the reader is about to be given; whether that worked.
    boolean propose(BaseKey key) {
        try {
            shelf.propose(reader, key);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "a new key for " + reader + " is not stored", e);
            return false;
        }
        kept = shelf.of(reader);
        return true;
    }

    /// The reader has shown that it has the proposed key.
    void confirm() {
        try {
            shelf.confirm(reader);
        } catch (IOException e) {
            // Nothing is lost: it stays the proposed one, and is confirmed the next time.
            LOG.log(System.Logger.Level.WARNING, "the new key of " + reader + " stays proposed", e);
        }
        kept = shelf.of(reader);
        tried = 0;
    }

    private List<BaseKey> keys() {
        List<BaseKey> keys = new ArrayList<>(kept.keys());
        if (withDefault) {
            keys.add(BaseKey.DEFAULT);
        }
        return keys;
    }
}
