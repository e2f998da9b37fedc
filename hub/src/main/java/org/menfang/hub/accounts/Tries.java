package org.menfang.hub.accounts;

import java.time.Instant;
import org.menfang.vocabulary.Sha256;

/// Wrong passwords and codes, counted.
///
/// @param key the digest of what they are counted for; a digest, since people also type passwords
///   where a name belongs
/// @param count 1 and up
/// @param last when the latest of them came
public record Tries(Sha256 key, int count, Instant last) {
    Tries oneLess() {
        return new Tries(key, count - 1, last);
    }
}
