package org.menfang.hub.book;

import java.time.Instant;
import org.menfang.vocabulary.Sha256;

/// The end of the log. Whoever writes it down today can prove tomorrow that nothing before it was
/// changed: the log still holds this line with this hash, or it does not.
///
/// @param seq of the last line; 0 for none
/// @param hash of the last line; 64 zeros for none
/// @param at when it was written; the epoch for none
public record Head(long seq, Sha256 hash, Instant at) {}
