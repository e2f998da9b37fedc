package org.menfang.hub.rights;

import org.menfang.hub.book.Outcome;
import org.menfang.vocabulary.OperatorName;

/// Carries a grave act out, once the second person has confirmed it. It is called at most once for
/// each act, not under the lock of the book, and may take its time.
@FunctionalInterface
public interface GravePerformer<A extends GraveAct> {
    /// @param executed who proposed it
    /// @param checked who confirmed it, of another body
    Outcome perform(A act, OperatorName executed, OperatorName checked);
}
