package org.menfang.hub.book;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// The hub's log and all that is known from it.
///
/// Any thread may call it. One act at a time is judged, written down, and only then believed; views
/// are taken while no act is.
public final class Book {
    /// Stands where the hub did something by itself.
    public static final OperatorName HUB = new OperatorName("hub");

    /// Stands where somebody acted on the hub's own console.
    public static final OperatorName CONSOLE = new OperatorName("console");

    /// Whether nobody may be called so, since the log would take that person for the hub itself.
    public static boolean isReserved(OperatorName name) {
        String plain = Normalizer.normalize(name.value(), Normalizer.Form.NFKC).strip();
        return plain.equalsIgnoreCase(HUB.value()) || plain.equalsIgnoreCase(CONSOLE.value());
    }

    /// How many lines are in memory at once while the log is read.
    private static final int READ_AT_ONCE = 2_048;

    private static final Head NOTHING = new Head(0, new Sha256("0".repeat(64)), Instant.EPOCH);
    private static final System.Logger LOG = System.getLogger(Book.class.getName());

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final BookStore store;
    private final InstantSource clock;
    private final Writing writing;
    private final Map<Class<?>, Chapter> takers = new HashMap<>();
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
    private Head head = NOTHING;

    private Book(BookStore store, InstantSource clock, List<? extends Chapter> chapters) {
        this.store = store;
        this.clock = clock;
        this.writing = new Writing(chapters);
        for (Chapter chapter : chapters) {
            chapter.types().forEach(type -> takers.put(type.body(), chapter));
        }
    }

    /// Reads the whole log into chapters that are empty yet.
    ///
    /// @throws DamagedBookException if it is not the log that was written
    public static Book open(
            BookStore store, InstantSource clock, List<? extends Chapter> chapters) {
        Book book = new Book(store, clock, chapters);
        List<Line> lines = new ArrayList<>(READ_AT_ONCE);
        store.replay(line -> {
            lines.add(line);
            if (lines.size() == READ_AT_ONCE) {
                book.believe(lines);
                lines.clear();
            }
        });
        book.believe(lines);
        return book;
    }

    /// Lines are read on all processors, and believed one after the other.
    private void believe(List<Line> lines) {
        List<Writing.Reading> readings = lines.parallelStream().map(writing::read).toList();
        readings.forEach(reading -> believe(Writing.following(reading, head)));
    }

    /// Judges an act and writes down what it means.
    ///
    /// @param by who acts
    /// @param judge looks at the chapters; it is told the time that the entries will bear
    public Outcome decide(OperatorName by, Function<Instant, Verdict> judge) {
        lock.writeLock().lock();
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return switch (judge.apply(now)) {
                case Verdict.Refuse(String key) -> new Outcome.Refused(key);
                case Verdict.Write(List<EntryBody> bodies) -> write(by, now, bodies);
            };
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Takes a view of chapters while nothing changes. The view must hold nothing that a later
    /// entry can change.
    public <T> T read(Supplier<T> view) {
        lock.readLock().lock();
        try {
            return view.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    public Head head() {
        return read(() -> head);
    }

    /// The newest lines with a smaller number as they stand in the log, the newest first.
    ///
    /// @param before {@link Long#MAX_VALUE} for the newest of all
    public List<Line> lines(long before, int countMax) {
        return store.before(before, countMax);
    }

    /// Hears of every entry once it is durable, in order. The listener must be quick.
    public void listen(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    private Outcome write(OperatorName by, Instant now, List<EntryBody> bodies) {
        List<Line> lines = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        Head last = head;
        for (EntryBody body : bodies) {
            Line line = writing.write(last.seq() + 1, now, by, body, last.hash());
            lines.add(line);
            entries.add(new Entry(line.seq(), now, by, body, line.hash()));
            last = new Head(line.seq(), line.hash(), now);
        }
        if (lines.isEmpty()) {
            return new Outcome.Done(entries);
        }
        return switch (store.append(lines)) {
            case BookStore.Append.Failed(String why) -> {
                LOG.log(System.Logger.Level.ERROR, "the hub''s log cannot be written: {0}", why);
                yield new Outcome.Failed(why);
            }
            case BookStore.Append.Stored() -> {
                entries.forEach(this::believe);
                entries.forEach(entry -> listeners.forEach(listener -> listener.accept(entry)));
                yield new Outcome.Done(entries);
            }
        };
    }

    private void believe(Entry entry) {
        Chapter chapter = takers.get(entry.body().getClass());
        if (chapter != null) {
            chapter.take(entry);
        }
        head = new Head(entry.seq(), entry.hash(), entry.at());
    }
}
