package org.menfang.hub.book;

import java.time.Instant;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// One line of the log, as it is read.
///
/// @param seq 1, 2, 3 and on, without gaps
/// @param at by the clock of the hub
/// @param by who did it, or {@link Book#HUB} for what the hub did by itself
/// @param hash what the whole line hashes to; the next line carries it
public record Entry(long seq, Instant at, OperatorName by, EntryBody body, Sha256 hash) {}
