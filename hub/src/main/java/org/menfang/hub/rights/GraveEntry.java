package org.menfang.hub.rights;

import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.OperatorName;

/// What happens to a grave act, from the first person's word to what became of it.
public sealed interface GraveEntry extends EntryBody {
    /// @param number 1, 2, 3 and on
    /// @param name under which its performer is known
    /// @param subject what exactly is to be done, in Chinese
    /// @param subjectEn the same in English
    /// @param act all that is needed to carry it out, as JSON
    record Proposed(
            int number, GraveKind kind, String name, String subject, String subjectEn, String act)
            implements GraveEntry {}

    /// The second person has agreed; it is carried out now.
    record Confirmed(int number) implements GraveEntry {}

    record Refused(int number, String reason) implements GraveEntry {}

    /// Nobody confirmed it in time.
    record Expired(int number) implements GraveEntry {}

    /// @param executed who proposed it
    /// @param checked who confirmed it
    /// @param why it was not done: the key of a text, or the words of a fault; empty where it was
    record CarriedOut(
            int number, OperatorName executed, OperatorName checked, Result result, String why)
            implements GraveEntry {}

    /// What became of an act that two persons agreed on.
    enum Result {
        DONE,
        /// It could not be done as things stood.
        NOT_POSSIBLE,
        /// A fault kept it from being done.
        FAILED,
        /// The hub stopped meanwhile: somebody has to look whether it was done.
        BROKEN_OFF
    }
}
