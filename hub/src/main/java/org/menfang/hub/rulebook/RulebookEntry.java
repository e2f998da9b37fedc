package org.menfang.hub.rulebook;

import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Rules were put in force.
public sealed interface RulebookEntry extends EntryBody {
    /// @param file what the rules file hashes to
    /// @param executed who proposed it
    /// @param checked who confirmed it, of another body
    record PutInForce(
            CompoundId compound,
            long version,
            Sha256 file,
            OperatorName executed,
            OperatorName checked)
            implements RulebookEntry {}
}
