package org.menfang.pass;

import org.jspecify.annotations.Nullable;
import org.menfang.rules.PassIssuer;
import org.menfang.vocabulary.PassId;

/// What became of a pass that somebody showed: what it says, or why it is refused. Whether it opens
/// here and now is another question.
public sealed interface PassReading {
    /// @param issuer who signed it
    /// @param code the code of the moment beside a pass that rotates, still to be checked with
    ///   {@link RotatingCode}; none for a pass on paper
    record Read(Pass pass, PassIssuer issuer, @Nullable String code) implements PassReading {}

    /// @param id which pass it is, where its signature is genuine; none otherwise
    record Refused(PassFault fault, @Nullable PassId id) implements PassReading {}
}
