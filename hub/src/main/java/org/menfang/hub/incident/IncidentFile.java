package org.menfang.hub.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.book.Entry;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// All entries about one incident, summed up.
final class IncidentFile {
    private final int number;
    private final CompoundId compound;
    private final @Nullable AlarmRef alarm;
    private final List<Incident.Version> versions = new ArrayList<>();
    private final List<Incident.Note> notes = new ArrayList<>();
    private final List<Incident.Picture> pictures = new ArrayList<>();
    private final List<Incident.Copy> copies = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final Map<OperatorName, Instant> lastViewed = new HashMap<>();
    private final Map<OperatorName, Instant> lastDownloaded = new HashMap<>();
    private boolean open = true;

    IncidentFile(Entry entry, IncidentEntry.Opened opened) {
        number = opened.number();
        compound = opened.compound();
        alarm = opened.alarm();
        versions.add(new Incident.Version(entry.at(), entry.by(), opened.facts(), ""));
    }

    boolean isOpen() {
        return open;
    }

    void take(Entry entry, IncidentEntry change) {
        Instant at = entry.at();
        OperatorName by = entry.by();
        switch (change) {
            case IncidentEntry.Opened _ ->
                    throw new IllegalStateException("incident " + number + " was opened before");
            case IncidentEntry.Amended(int _, IncidentFacts facts, String why) ->
                    versions.add(new Incident.Version(at, by, facts, why));
            case IncidentEntry.Noted(int _, String text) ->
                    notes.add(new Incident.Note(at, by, Incident.NoteKind.NOTED, text));
            case IncidentEntry.Pictured(int _, var picture, var sent) ->
                    pictures.add(new Incident.Picture(at, by, picture, sent, null));
            case IncidentEntry.GatePictureAdded(int _, var gate, var seq, var event, var picture) ->
                    pictures.add(
                            new Incident.Picture(
                                    at, by, picture, null, new Incident.Taken(gate, seq, event)));
            case IncidentEntry.Closed(int _, String note) -> {
                open = false;
                notes.add(new Incident.Note(at, by, Incident.NoteKind.CLOSED, note));
            }
            case IncidentEntry.Reopened(int _, String why) -> {
                open = true;
                notes.add(new Incident.Note(at, by, Incident.NoteKind.REOPENED, why));
            }
            case IncidentEntry.Viewed _ -> {
                lastViewed.put(by, at);
                looks.add(new Look(at, by, LookKind.VIEWED));
            }
            case IncidentEntry.Exported(int _, var executed, var checked, var file, var bytes) -> {
                copies.add(new Incident.Copy(at, executed, checked, file, bytes));
                looks.add(new Look(at, executed, LookKind.EXPORTED));
            }
            case IncidentEntry.Downloaded _ -> {
                lastDownloaded.put(by, at);
                looks.add(new Look(at, by, LookKind.DOWNLOADED));
            }
        }
    }

    Optional<Instant> lastViewed(OperatorName who) {
        return Optional.ofNullable(lastViewed.get(who));
    }

    Optional<Instant> lastDownloaded(OperatorName who) {
        return Optional.ofNullable(lastDownloaded.get(who));
    }

    /// The newest first.
    List<Look> looks(int countMax) {
        return looks.reversed().stream().limit(countMax).toList();
    }

    Incident view() {
        return new Incident(number, compound, alarm, open, versions, notes, pictures, copies);
    }
}
