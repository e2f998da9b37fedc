package org.menfang.hub.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// One incident as it stands now, with all that it ever was.
///
/// @param alarm the one that it was made from; none where it was written by hand
/// @param open whether people still work on it; its pictures are not cleared away meanwhile
/// @param versions what was ever said of it, the oldest first
/// @param copies what was exported
public record Incident(
        int number,
        CompoundId compound,
        @Nullable AlarmRef alarm,
        boolean open,
        List<Version> versions,
        List<Note> notes,
        List<Picture> pictures,
        List<Copy> copies) {
    public Incident {
        versions = List.copyOf(versions);
        notes = List.copyOf(notes);
        pictures = List.copyOf(pictures);
        copies = List.copyOf(copies);
    }

    /// @param why it was amended; empty for the first one
    public record Version(Instant at, OperatorName by, IncidentFacts facts, String why) {}

    /// What was added without changing anything.
    public record Note(Instant at, OperatorName by, NoteKind kind, String text) {}

    public enum NoteKind {
        NOTED,
        CLOSED,
        REOPENED
    }

    /// A picture that belongs to it.
    ///
    /// @param digest of what the hub keeps
    /// @param sent digest of the file as a person sent it; none for the picture of a gate
    /// @param taken which event a gate took it for; none for one that a person sent
    public record Picture(
            Instant at,
            OperatorName by,
            Sha256 digest,
            @Nullable Sha256 sent,
            @Nullable Taken taken) {}

    /// @param event what the event hashes to
    public record Taken(GateId gate, long seq, Sha256 event) {}

    public record Copy(
            Instant at, OperatorName executed, OperatorName checked, Sha256 archive, int bytes) {}

    /// What is said of it now.
    public IncidentFacts facts() {
        return versions.getLast().facts();
    }

    /// When it was closed last; for one that never was, when it was opened.
    public Instant closedAt() {
        return notes.stream()
                .filter(note -> note.kind() == NoteKind.CLOSED)
                .map(Note::at)
                .reduce((_, later) -> later)
                .orElse(openedAt());
    }

    public OperatorName openedBy() {
        return versions.getFirst().by();
    }

    public Instant openedAt() {
        return versions.getFirst().at();
    }
}
