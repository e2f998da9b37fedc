package org.menfang.hub.incident;

import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// What was written down about an incident, and who looked at it. Each names it by its number.
public sealed interface IncidentEntry extends EntryBody {
    int number();

    /// @param alarm the one that it was made from; none where it was written by hand
    record Opened(int number, CompoundId compound, IncidentFacts facts, @Nullable AlarmRef alarm)
            implements IncidentEntry {}

    /// What stood before stays in the log.
    record Amended(int number, IncidentFacts facts, String why) implements IncidentEntry {}

    record Noted(int number, String text) implements IncidentEntry {}

    /// Somebody sent a picture.
    ///
    /// @param picture what the hub keeps
    /// @param sent the file as it came; it is not kept
    record Pictured(int number, Sha256 picture, Sha256 sent) implements IncidentEntry {}

    /// A picture that a gate took belongs to it.
    ///
    /// @param seq the event that the picture was asked for
    /// @param event what this event hashes to
    record GatePictureAdded(int number, GateId gate, long seq, Sha256 event, Sha256 picture)
            implements IncidentEntry {}

    record Closed(int number, String note) implements IncidentEntry {}

    record Reopened(int number, String why) implements IncidentEntry {}

    /// Somebody looked at it, for the first time on this day.
    record Viewed(int number) implements IncidentEntry {}

    /// A copy was made that can leave the hub.
    ///
    /// @param executed who asked for it
    /// @param checked who confirmed it, of another body
    /// @param archive digest of the file
    record Exported(
            int number, OperatorName executed, OperatorName checked, Sha256 archive, int bytes)
            implements IncidentEntry {}

    /// Somebody took such a copy, for the first time on this day.
    record Downloaded(int number, Sha256 archive) implements IncidentEntry {}
}
