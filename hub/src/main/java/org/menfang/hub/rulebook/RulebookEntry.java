package org.menfang.hub.rulebook;

import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Rules came into force, or are not any more.
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

    /// Times are taken from those who live there.
    ///
    /// @param before under which the times from before are kept
    record CurfewBegan(CompoundId compound, Sha256 before) implements RulebookEntry {}

    /// Nobody has less time any more than before the curfew.
    record CurfewEnded(CompoundId compound) implements RulebookEntry {}

    /// The time of a rule was over, and the gates were given rules without it.
    ///
    /// @param version of the rule set without it
    record TakenBack(CompoundId compound, String rule, long version) implements RulebookEntry {}
}
