package org.menfang.hub.people;

import java.time.Instant;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;

/// Something about those who asked that somebody looks when they have not come through a gate.
public sealed interface CareEntry extends EntryBody {
    /// Who asked for it.
    enum AskedBy {
        SELF,
        /// The family, with the consent of the person.
        FAMILY
    }

    /// @param neighbour who is told
    record Asked(CompoundId compound, HolderId holder, OperatorName neighbour, AskedBy askedBy)
            implements CareEntry {}

    /// Nobody is told until then: a holiday, a stay in hospital.
    record Paused(CompoundId compound, HolderId holder, Instant until) implements CareEntry {}

    record Ended(CompoundId compound, HolderId holder) implements CareEntry {}

    /// The neighbour was told.
    record Told(CompoundId compound, HolderId holder, OperatorName neighbour)
            implements CareEntry {}

    /// A gate is not heard since then: who came through it is not known.
    record GateAway(CompoundId compound, GateId gate, Instant since) implements CareEntry {}

    record GateBack(CompoundId compound, GateId gate) implements CareEntry {}
}
