package org.menfang.hub.keep;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.office.Timed;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;

/// Forgets, every night, what is older than it may be kept.
///
/// First the proof is written into the log, and then the events go, in transactions so short that
/// what gates send never waits. A hub that dies in between goes on where the proof says.
public final class Purge implements Timed {
    /// Most events that one transaction reads or removes.
    public static final int ROWS_MAX = 500;

    /// Most events of one proof; more make several.
    public static final int PROOF_EVENTS_MAX = 100_000;

    /// Steps in one tick.
    private static final int STEPS_PER_TICK = 3;

    private static final LocalTime BEGINS_AT = LocalTime.of(3, 0);

    private final Book book;
    private final Keeping keeping;
    private final EventShelf shelf;
    private final Retention retention;
    private final ZoneId zone;
    private final Held held;
    private final Consumer<Sha256> deleteFile;
    private final Deque<EventShelf.Stream> todo = new ArrayDeque<>();
    private @Nullable LocalDate last;
    private @Nullable Reading reading;

    /// @param held what belongs to incidents that are open
    /// @param deleteFile deletes the file of a picture, if it is there
    public Purge(
            Book book,
            Keeping keeping,
            EventShelf shelf,
            Retention retention,
            ZoneId zone,
            Held held,
            Consumer<Sha256> deleteFile) {
        this.book = book;
        this.keeping = keeping;
        this.shelf = shelf;
        this.retention = retention;
        this.zone = zone;
        this.held = held;
        this.deleteFile = deleteFile;
    }

    /// A stretch of a stream that is being read for its proof.
    private static final class Reading {
        final EventShelf.Stream stream;
        final Instant before;
        final MessageDigest digest = sha256();
        EventShelf.@Nullable Stored first;
        EventShelf.@Nullable Stored last;
        long count;

        Reading(EventShelf.Stream stream, Instant before) {
            this.stream = stream;
            this.before = before;
        }

        void add(List<EventShelf.Stored> events) {
            for (EventShelf.Stored event : events) {
                first = first == null ? event : first;
                last = event;
                count++;
                digest.update(HexFormat.of().parseHex(event.hash().value()));
            }
        }
    }

    @Override
    public void tick(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        if (todo.isEmpty() && isDue(local)) {
            last = local.toLocalDate();
            todo.addAll(shelf.streams());
        }
        for (int step = 0; step < STEPS_PER_TICK && !todo.isEmpty(); step++) {
            step(todo.getFirst(), now);
        }
        if (todo.isEmpty()) {
            deleteFiles();
        }
    }

    private boolean isDue(ZonedDateTime local) {
        return !local.toLocalTime().isBefore(BEGINS_AT) && !local.toLocalDate().equals(last);
    }

    private void step(EventShelf.Stream stream, Instant now) {
        long purgedTo = purgedTo(stream);
        if (reading == null && shelf.remove(stream, purgedTo, ROWS_MAX) == ROWS_MAX) {
            return;
        }
        if (reading == null && dropPictures(stream, purgedTo) == ROWS_MAX) {
            return;
        }
        read(stream, purgedTo, now);
    }

    private int dropPictures(EventShelf.Stream stream, long purgedTo) {
        long eventsTo = purgedTo(new EventShelf.Stream(stream.gate(), EventStream.EVENTS));
        return purgedTo == 0
                ? 0
                : shelf.dropPictures(stream.gate(), eventsTo, held.pictures(), ROWS_MAX);
    }

    private long purgedTo(EventShelf.Stream stream) {
        return book.read(() ->
                keeping.lastPurge(stream.gate(), stream.stream())
                        .map(KeepEntry.Purged::toSeq)
                        .orElse(0L));
    }

    private void read(EventShelf.Stream stream, long purgedTo, Instant now) {
        Reading current = reading;
        if (current == null) {
            current = new Reading(stream, limit(stream, now));
            reading = current;
        }
        long after = current.last == null ? purgedTo : current.last.seq();
        List<EventShelf.Stored> chunk = shelf.heardBefore(stream, after, current.before, ROWS_MAX);
        current.add(chunk);
        if (chunk.size() < ROWS_MAX || current.count >= PROOF_EVENTS_MAX) {
            reading = null;
            if (current.first == null || current.last == null || !prove(current)) {
                todo.removeFirst();
            }
        }
    }

    /// What was heard before this is too old. Events go in one piece from the oldest on, so
    /// whatever is held keeps what came after it as well.
    private Instant limit(EventShelf.Stream stream, Instant now) {
        Instant tooOld = now.minus(retention.of(stream.stream()));
        Instant from = held.eventsFrom(stream.gate());
        return from.isBefore(tooOld) ? from : tooOld;
    }

    /// @return whether it is written down, so that the events may go
    private boolean prove(Reading read) {
        Optional<EventShelf.Stored> first = Optional.ofNullable(read.first);
        Optional<EventShelf.Stored> end = Optional.ofNullable(read.last);
        Outcome outcome =
                book.decide(
                        Book.HUB,
                        _ ->
                                Verdict.write(
                                        new KeepEntry.Purged(
                                                read.stream.gate().compound(),
                                                read.stream.gate().gate(),
                                                read.stream.stream(),
                                                first.orElseThrow().seq(),
                                                end.orElseThrow().seq(),
                                                read.count,
                                                first.orElseThrow().hash(),
                                                end.orElseThrow().hash(),
                                                new Sha256(
                                                        HexFormat.of()
                                                                .formatHex(read.digest.digest())),
                                                read.before)));
        return outcome instanceof Outcome.Done;
    }

    private void deleteFiles() {
        List<Sha256> files = shelf.droppedFiles(ROWS_MAX);
        Set<Sha256> stay = files.isEmpty() ? Set.of() : held.pictures();
        for (Sha256 digest : files) {
            if (!stay.contains(digest)) {
                deleteFile.accept(digest);
                shelf.fileDeleted(digest);
            }
        }
    }

    /// The digest of a proof, from the hashes of the events.
    public static Sha256 digest(List<Sha256> hashes) {
        MessageDigest digest = sha256();
        hashes.forEach(hash -> digest.update(HexFormat.of().parseHex(hash.value())));
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
