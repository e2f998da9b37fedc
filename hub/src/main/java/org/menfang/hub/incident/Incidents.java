package org.menfang.hub.incident;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;

/// All incidents that were ever written down.
public final class Incidents implements Chapter {
    private final NavigableMap<Integer, IncidentFile> files = new TreeMap<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("incident.opened", IncidentEntry.Opened.class),
                new EntryType<>("incident.amended", IncidentEntry.Amended.class),
                new EntryType<>("incident.noted", IncidentEntry.Noted.class),
                new EntryType<>("incident.pictured", IncidentEntry.Pictured.class),
                new EntryType<>(
                        "incident.gate-picture-added", IncidentEntry.GatePictureAdded.class),
                new EntryType<>("incident.closed", IncidentEntry.Closed.class),
                new EntryType<>("incident.reopened", IncidentEntry.Reopened.class),
                new EntryType<>("incident.viewed", IncidentEntry.Viewed.class),
                new EntryType<>("incident.exported", IncidentEntry.Exported.class),
                new EntryType<>("incident.downloaded", IncidentEntry.Downloaded.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof IncidentEntry.Opened opened) {
            files.put(opened.number(), new IncidentFile(entry, opened));
        } else if (entry.body() instanceof IncidentEntry change) {
            IncidentFile file = files.get(change.number());
            if (file != null) {
                file.take(entry, change);
            }
        }
    }

    int nextNumber() {
        return files.isEmpty() ? 1 : files.lastKey() + 1;
    }

    @Nullable IncidentFile file(int number) {
        return files.get(number);
    }

    long openCount() {
        return files.values().stream().filter(IncidentFile::isOpen).count();
    }

    public Optional<Incident> find(int number) {
        return Optional.ofNullable(files.get(number)).map(IncidentFile::view);
    }

    /// Those that people still work on.
    public List<Incident> open() {
        return files.values().stream()
                .filter(IncidentFile::isOpen)
                .map(IncidentFile::view)
                .toList();
    }

    /// The newest first.
    public List<Incident> newest(int countMax) {
        return files.descendingMap().values().stream()
                .limit(countMax)
                .map(IncidentFile::view)
                .toList();
    }
}
