package org.menfang.hub.repair;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// All repairs that were ever reported.
public final class Repairs implements Chapter {
    private final NavigableMap<Integer, RepairFile> files = new TreeMap<>();
    private final TreeSet<Integer> open = new TreeSet<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("repair.reported", RepairEntry.Reported.class),
                new EntryType<>("repair.accepted", RepairEntry.Accepted.class),
                new EntryType<>("repair.begun", RepairEntry.Begun.class),
                new EntryType<>("repair.finished", RepairEntry.Finished.class),
                new EntryType<>("repair.given-back", RepairEntry.GivenBack.class),
                new EntryType<>("repair.sent-back", RepairEntry.SentBack.class),
                new EntryType<>("repair.closed", RepairEntry.Closed.class),
                new EntryType<>("repair.pictured", RepairEntry.Pictured.class),
                new EntryType<>("repair.slips-made", RepairEntry.SlipsMade.class),
                new EntryType<>("repair.rated", RepairEntry.Rated.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof RepairEntry.Reported reported) {
            files.put(reported.number(), new RepairFile(entry, reported));
            open.add(reported.number());
        } else if (entry.body() instanceof RepairEntry change) {
            RepairFile file = files.get(change.number());
            if (file != null) {
                file.take(entry, change);
                if (!file.state().isOpen()) {
                    open.remove(change.number());
                }
            }
        }
    }

    int nextNumber() {
        return files.isEmpty() ? 1 : files.lastKey() + 1;
    }

    int openCount() {
        return open.size();
    }

    public Optional<Repair> find(int number) {
        return Optional.ofNullable(files.get(number)).map(RepairFile::view);
    }

    boolean hasSlip(int number, Sha256 code) {
        RepairFile file = files.get(number);
        return file != null && file.hasSlip(code);
    }

    /// All that are open, the oldest first.
    public List<Repair> open() {
        return openFiles(_ -> true).map(RepairFile::view).toList();
    }

    /// The open one that is the same as what is reported now.
    Optional<Repair> findOpen(NewRepair same) {
        return openFiles(same::isSameAs).findFirst().map(RepairFile::view);
    }

    private Stream<RepairFile> openFiles(Predicate<NewRepair> which) {
        return open.stream().map(files::get).filter(file -> which.test(file.what()));
    }

    /// Those that were closed at a time or after it, the newest number first.
    public List<Repair> closedSince(Instant from) {
        return files.descendingMap().values().stream()
                .filter(file -> !file.state().isOpen())
                .map(RepairFile::view)
                .filter(repair -> !repair.changedAt().isBefore(from))
                .toList();
    }

    Set<Sha256> pictures() {
        return files.values().stream()
                .flatMap(file -> file.view().pictures().stream())
                .map(Repair.Picture::digest)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// All of a compound.
    public List<Repair> of(CompoundId compound) {
        return files.values().stream()
                .filter(file -> file.what().compound().equals(compound))
                .map(RepairFile::view)
                .toList();
    }
}
