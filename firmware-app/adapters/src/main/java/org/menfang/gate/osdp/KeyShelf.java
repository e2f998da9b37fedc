package org.menfang.gate.osdp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.ReaderId;

/// Where the keys of readers are kept.
///
/// A new key is kept before the reader hears of it, beside the one that it has: whenever the power
/// goes, one of both is the reader's.
public interface KeyShelf {
    /// What is kept for a reader.
    ///
    /// @param own the key that the reader took
    /// @param proposed one that it was perhaps given
    /// @param damaged whether something is there that is no key
    record Kept(@Nullable BaseKey own, @Nullable BaseKey proposed, boolean damaged) {
        public static final Kept NOTHING = new Kept(null, null, false);

        /// The keys that the reader may have, likeliest first.
        List<BaseKey> keys() {
            List<BaseKey> keys = new ArrayList<>();
            if (proposed != null) {
                keys.add(proposed);
            }
            if (own != null && !own.equals(proposed)) {
                keys.add(own);
            }
            return keys;
        }
    }

    Kept of(ReaderId reader);

    /// Keeps a key that the reader is about to be given.
    ///
    /// @throws IOException if it is not kept; the reader must not be given it then
    void propose(ReaderId reader, BaseKey key) throws IOException;

    /// The reader took the key that was proposed last: it is its own, and there is no other.
    ///
    /// @throws IOException if that is not kept; the proposed key stays
    void confirm(ReaderId reader) throws IOException;
}
