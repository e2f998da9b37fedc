package org.menfang.rules;

import java.time.Instant;
import org.menfang.vocabulary.PassId;

/// A pass that was taken back.
///
/// @param expires when the pass would have ended by itself; from then on it need not be listed
public record RevokedPass(PassId pass, Instant expires) {}
