package org.menfang.hub.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.office.Timed;
import org.menfang.vocabulary.Sha256;

/// Forgets, every night, files that are older than they may be kept.
///
/// First the proof is written into the log, which names each file by its digest, and then they go.
/// A hub that dies in between goes on where the proof says.
public final class FilePurge implements Timed {
    /// Most files of one proof; more make several.
    public static final int PROOF_FILES_MAX = 200;

    private static final LocalTime BEGINS_AT = LocalTime.of(3, 0);

    private final Book book;
    private final Keeping keeping;
    private final List<FileShelf> shelves;
    private final Retention retention;
    private final ZoneId zone;
    private final BiFunction<FileKind, Instant, Set<Sha256>> held;
    private final Deque<FileShelf> todo = new ArrayDeque<>();
    private @Nullable LocalDate last;

    /// @param held what belongs to something that is open, or ended at a time or later
    public FilePurge(
            Book book,
            Keeping keeping,
            List<FileShelf> shelves,
            Retention retention,
            ZoneId zone,
            BiFunction<FileKind, Instant, Set<Sha256>> held) {
        this.book = book;
        this.keeping = keeping;
        this.shelves = List.copyOf(shelves);
        this.retention = retention;
        this.zone = zone;
        this.held = held;
    }

    @Override
    public void tick(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        if (todo.isEmpty()
                && !local.toLocalTime().isBefore(BEGINS_AT)
                && !local.toLocalDate().equals(last)) {
            last = local.toLocalDate();
            todo.addAll(shelves);
        }
        if (!todo.isEmpty() && !step(todo.getFirst(), now)) {
            todo.removeFirst();
        }
    }

    /// @return whether there may be more
    private boolean step(FileShelf shelf, Instant now) {
        Instant limit = now.minus(shelf.kind().keptFor(retention));
        try {
            deleteProved(shelf);
            List<Sha256> old =
                    shelf.keptBefore(limit, held.apply(shelf.kind(), limit), PROOF_FILES_MAX);
            if (old.isEmpty() || !prove(shelf, old, limit)) {
                return false;
            }
            deleteProved(shelf);
            return old.size() == PROOF_FILES_MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return whether it is written down, so that the files may go
    private boolean prove(FileShelf shelf, List<Sha256> files, Instant limit) {
        return book.decide(
                        Book.HUB,
                        _ -> Verdict.write(new KeepEntry.FilesPurged(shelf.kind(), files, limit)))
                instanceof Outcome.Done;
    }

    /// What was brought again since then is newer, and stays.
    private void deleteProved(FileShelf shelf) throws IOException {
        KeepEntry.FilesPurged proof = book.read(() -> keeping.lastFiles(shelf.kind()));
        if (proof != null) {
            for (Sha256 file : proof.files()) {
                shelf.delete(file, proof.keptBefore());
            }
        }
    }
}
