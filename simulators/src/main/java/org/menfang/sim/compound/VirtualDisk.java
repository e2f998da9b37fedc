package org.menfang.sim.compound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.StoredEvents;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;
import org.menfang.wire.EventPosition;

/// The journal of a gate on a disk in virtual time. What is asked for waits, becomes durable in
/// groups after a while, and is answered then; a power cut takes along what waits. It keeps the
/// contract of the real journal, which is SQLite's to keep under real power cuts.
public final class VirtualDisk implements Journal, StoredEvents {
    private static final Duration COMMIT_MIN = Duration.ofMillis(1);
    private static final Duration COMMIT_MAX = Duration.ofMillis(9);
    private static final Duration TRIES_AGAIN = Duration.ofSeconds(1);
    private static final int GROUP_MAX = 500;

    /// Most commits that a disk loses that it said were durable.
    public static final int LIES_COMMITS_MAX = 16;

    private final Timeline timeline;
    private final Chance chance;
    private final BiConsumer<Event, String> durable;
    private final Map<EventStream, Chain> chains = new EnumMap<>(EventStream.class);
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final TreeMap<EntryKey, Entry> ledger = new TreeMap<>();
    private final Deque<Deque<Runnable>> undos = new ArrayDeque<>();
    private Inbox inbox = input -> {};
    private Memory memory = Memory.EMPTY;
    private @Nullable Instant lastEventTime;
    private DiskHealth health = DiskHealth.WORKS;
    private boolean told;
    private boolean busy;
    private long boot;

    /// @param durable hears each event, with its text, once it is durable
    VirtualDisk(Timeline timeline, Chance chance, BiConsumer<Event, String> durable) {
        this.timeline = timeline;
        this.chance = chance;
        this.durable = durable;
        for (EventStream stream : EventStream.values()) {
            chains.put(stream, new Chain(stream));
        }
    }

    /// Starts the gate once more, with what is durable.
    JournalStart start(Inbox next) {
        inbox = next;
        told = false;
        boot++;
        return new JournalStart(
                boot,
                length(EventStream.EVENTS),
                length(EventStream.ALARMS),
                chain(EventStream.EVENTS).acknowledged(),
                chain(EventStream.ALARMS).acknowledged(),
                lastEventTime,
                memory,
                List.copyOf(ledger.values()));
    }

    /// How many events of a stream are durable.
    public long length(EventStream stream) {
        return chain(stream).length();
    }

    /// The text of a durable event.
    public String text(EventStream stream, long seq) {
        return chain(stream).text(seq);
    }

    /// Whether a durable event is still what was written.
    public boolean isWhole(EventStream stream, long seq) {
        return chain(stream).isWhole(seq);
    }

    /// What a durable event hashed to when it was written; that of nothing for 0.
    public @Nullable Sha256 hash(EventStream stream, long seq) {
        return chain(stream).hash(seq);
    }

    /// A line of the ledger that is durable; null for none.
    public @Nullable Entry line(EntryKey key) {
        return ledger.get(key);
    }

    /// How often the gate has started.
    public long boot() {
        return boot;
    }

    /// Whether nothing waits to become durable.
    public boolean isQuiet() {
        return queue.isEmpty() && !busy;
    }

    /// From now on it behaves so.
    public void become(DiskHealth next) {
        health = next;
        if (next == DiskHealth.WORKS) {
            wake();
        }
    }

    public DiskHealth health() {
        return health;
    }

    /// A bit of an event that is durable flips.
    public void flip(EventStream stream, long seq, int place) {
        chain(stream).flip(seq, place);
    }

    /// Loses the newest commits that it said were durable, while the gate does not run.
    ///
    /// @param commits at most {@link #LIES_COMMITS_MAX}
    public void lieAbout(int commits) {
        for (int left = commits; left > 0 && !undos.isEmpty(); left--) {
            Deque<Runnable> commit = undos.removeLast();
            while (!commit.isEmpty()) {
                commit.removeLast().run();
            }
        }
    }

    /// Loses what is not durable. What was just being written is there as a whole, or not at all.
    void powerCut() {
        if (busy && health == DiskHealth.WORKS && chance.percent(50)) {
            writeGroup();
        }
        busy = false;
        queue.clear();
        inbox = input -> {};
    }

    @Override
    public void append(Event event) {
        ask(() -> store(event));
    }

    private void store(Event event) {
        Chain chain = chain(event.position().stream());
        Instant timeBefore = lastEventTime;
        long before = chain.length();
        undo(() -> {
            lastEventTime = timeBefore;
            chain.cutBackTo(before);
        });
        chain.append(event);
        lastEventTime = event.time();
        durable.accept(event, chain.text(chain.length()));
    }

    @Override
    public void remember(Memory next) {
        ask(() -> {
            Memory before = memory;
            undo(() -> memory = before);
            memory = next;
        });
    }

    @Override
    public void keep(Entry entry) {
        ask(() -> putBack(entry.key(), ledger.put(entry.key(), entry)));
    }

    @Override
    public void forget(EntryKey key) {
        ask(() -> putBack(key, ledger.remove(key)));
    }

    private void putBack(EntryKey key, @Nullable Entry before) {
        undo(() -> {
            if (before == null) {
                ledger.remove(key);
            } else {
                ledger.put(key, before);
            }
        });
    }

    /// Remembers how to undo what is written now.
    private void undo(Runnable act) {
        undos.getLast().addLast(act);
    }

    @Override
    public void checkAcknowledgement(Acknowledgement acknowledgement) {
        ask(() -> check(acknowledgement));
    }

    @Override
    public void signHead(EventStream stream, long seq) {
        ask(() -> sign(stream, Math.min(seq, length(stream))));
    }

    private void ask(Runnable request) {
        queue.add(request);
        wake();
    }

    private void wake() {
        if (!busy && !queue.isEmpty()) {
            busy = true;
            plan(chance.between(COMMIT_MIN, COMMIT_MAX));
        }
    }

    private void plan(Duration after) {
        long under = boot;
        timeline.after(
                after,
                () -> {
                    if (busy && under == boot) {
                        commit();
                    }
                });
    }

    private void commit() {
        switch (health) {
            case WORKS -> commitGroup();
            case STALLS -> plan(TRIES_AGAIN);
            case FULL, READ_ONLY, FAILS -> {
                if (!told) {
                    told = true;
                    inbox.offer(new Input.JournalFailed("the disk " + health));
                }
                plan(TRIES_AGAIN);
            }
        }
    }

    private void commitGroup() {
        Map<EventStream, Long> before = new EnumMap<>(EventStream.class);
        chains.forEach((stream, chain) -> before.put(stream, chain.length()));
        writeGroup();
        before.forEach(this::tellCommitted);
        if (told && queue.isEmpty()) {
            told = false;
            inbox.offer(new Input.JournalRecovered());
        }
        busy = false;
        wake();
    }

    private void writeGroup() {
        undos.addLast(new ArrayDeque<>());
        if (undos.size() > LIES_COMMITS_MAX) {
            undos.removeFirst();
        }
        for (int count = 0; count < GROUP_MAX && !queue.isEmpty(); count++) {
            queue.remove().run();
        }
    }

    private void tellCommitted(EventStream stream, long before) {
        long now = length(stream);
        if (now > before) {
            inbox.offer(new Input.JournalCommitted(new EventPosition(stream, now)));
        }
    }

    private void check(Acknowledgement acknowledgement) {
        EventStream stream = acknowledgement.stream();
        long seq = acknowledgement.seq();
        if (acknowledgement.hash().equals(hash(stream, seq))) {
            chain(stream).acknowledge(seq);
            inbox.offer(new Input.AcknowledgementMatched(stream, seq));
        } else {
            inbox.offer(new Input.AcknowledgementDiverged(stream, seq));
        }
    }

    private void sign(EventStream stream, long seq) {
        Sha256 hash = hash(stream, seq);
        if (seq > 0 && hash != null) {
            inbox.offer(
                    new Input.HeadSignatureMade(
                            stream, seq, hash, "signature of " + stream.wireName() + " " + seq));
        }
    }

    @Override
    public void read(
            EventStream stream, long fromSeq, long toSeq, Consumer<List<String>> whenRead) {
        List<String> texts = new ArrayList<>();
        for (long seq = fromSeq; seq <= Math.min(toSeq, length(stream)); seq++) {
            if (isWhole(stream, seq)) {
                texts.add(text(stream, seq));
            } else {
                inbox.offer(
                        new Input.EventsDropped(
                                stream, seq, seq, "damaged: the text does not match its hash"));
            }
        }
        whenRead.accept(texts);
    }

    private Chain chain(EventStream stream) {
        Chain chain = chains.get(stream);
        if (chain == null) {
            throw new IllegalStateException("no chain for " + stream);
        }
        return chain;
    }
}
