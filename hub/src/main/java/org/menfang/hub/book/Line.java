package org.menfang.hub.book;

import org.menfang.vocabulary.Sha256;

/// One line of the log, as it is stored.
///
/// @param hash SHA-256 of the text
/// @param text the entry in canonical JSON, with the hash of the line before it
public record Line(long seq, Sha256 hash, String text) {}
