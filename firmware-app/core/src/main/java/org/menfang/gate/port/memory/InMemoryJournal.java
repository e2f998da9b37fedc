package org.menfang.gate.port.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.StoredEvents;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;
import org.menfang.wire.EventPosition;
import org.menfang.wire.json.EventJson;

/// A journal whose disk is a list. What is queued becomes durable when {@link #commit} is called,
/// and is lost by {@link #powerCut}; so a simulation decides how slow its disk is and what a power
/// cut takes along. One thread uses it.
public final class InMemoryJournal implements Journal, StoredEvents {
    private final UnaryOperator<String> signer;
    private final Chain events = new Chain(EventStream.EVENTS);
    private final Chain alarms = new Chain(EventStream.ALARMS);
    private final List<Runnable> queue = new ArrayList<>();
    private Inbox inbox;
    private Memory memory = Memory.EMPTY;
    private final TreeMap<EntryKey, Entry> ledger = new TreeMap<>();
    private @Nullable Instant lastEventTime;
    private long boot;

    /// @param inbox where its answers go
    /// @param signer signs the text of a head, as the key of a real gate would
    public InMemoryJournal(Inbox inbox, UnaryOperator<String> signer) {
        this.inbox = inbox;
        this.signer = signer;
    }

    /// Starts the gate once more, with what is durable.
    public JournalStart start(Inbox next) {
        inbox = next;
        boot++;
        return new JournalStart(
                boot,
                events.texts.size(),
                alarms.texts.size(),
                events.acknowledged,
                alarms.acknowledged,
                lastEventTime,
                memory,
                List.copyOf(ledger.values()));
    }

    @Override
    public void append(Event event) {
        queue.add(() -> store(event));
    }

    @Override
    public void remember(Memory next) {
        queue.add(() -> memory = next);
    }

    @Override
    public void keep(Entry entry) {
        queue.add(() -> ledger.put(entry.key(), entry));
    }

    @Override
    public void forget(EntryKey key) {
        queue.add(() -> ledger.remove(key));
    }

    @Override
    public void checkAcknowledgement(Acknowledgement acknowledgement) {
        queue.add(() -> check(acknowledgement));
    }

    @Override
    public void signHead(EventStream stream, long seq) {
        queue.add(() -> sign(stream, seq));
    }

    /// Makes all that is queued durable, and answers.
    public void commit() {
        long eventsBefore = events.texts.size();
        long alarmsBefore = alarms.texts.size();
        List<Runnable> work = List.copyOf(queue);
        queue.clear();
        work.forEach(Runnable::run);
        tellCommitted(events, eventsBefore);
        tellCommitted(alarms, alarmsBefore);
    }

    /// Whether something waits for {@link #commit}.
    public boolean isPending() {
        return !queue.isEmpty();
    }

    /// Loses all that is not durable.
    public void powerCut() {
        queue.clear();
    }

    /// The canonical texts of all durable events of a stream.
    public List<String> texts(EventStream stream) {
        return List.copyOf(chain(stream).texts);
    }

    /// All durable events of a stream.
    public List<Event> stored(EventStream stream) {
        return List.copyOf(chain(stream).stored);
    }

    @Override
    public void read(
            EventStream stream, long fromSeq, long toSeq, Consumer<List<String>> whenRead) {
        List<String> texts = chain(stream).texts;
        int from = (int) Math.min(texts.size(), fromSeq - 1);
        int to = (int) Math.min(texts.size(), toSeq);
        whenRead.accept(List.copyOf(texts.subList(from, Math.max(from, to))));
    }

    private void store(Event event) {
        Chain chain = chain(event.position().stream());
        if (event.position().seq() != chain.texts.size() + 1) {
            throw new IllegalStateException(
                    "event "
                            + event.position().seq()
                            + " does not follow event "
                            + chain.texts.size()
                            + " of "
                            + event.position().stream().wireName());
        }
        chain.texts.add(EventJson.write(event, chain.hash(chain.texts.size())));
        chain.stored.add(event);
        lastEventTime = event.time();
    }

    private void check(Acknowledgement acknowledgement) {
        EventStream stream = acknowledgement.stream();
        long seq = acknowledgement.seq();
        Chain chain = chain(stream);
        if (seq <= chain.texts.size() && chain.hash((int) seq).equals(acknowledgement.hash())) {
            chain.acknowledged = seq;
            inbox.offer(new Input.AcknowledgementMatched(stream, seq));
        } else {
            inbox.offer(new Input.AcknowledgementDiverged(stream, seq));
        }
    }

    private void sign(EventStream stream, long seq) {
        Sha256 hash = chain(stream).hash((int) seq);
        String signature = signer.apply(stream.wireName() + "/" + seq + "/" + hash + "/" + boot);
        inbox.offer(new Input.HeadSignatureMade(stream, seq, hash, signature));
    }

    private void tellCommitted(Chain chain, long before) {
        long seq = chain.texts.size();
        if (seq > before) {
            inbox.offer(new Input.JournalCommitted(new EventPosition(chain.stream, seq)));
        }
    }

    private Chain chain(EventStream stream) {
        return switch (stream) {
            case EVENTS -> events;
            case ALARMS -> alarms;
        };
    }

    /// One stream on the disk.
    private static final class Chain {
        private final EventStream stream;
        private final List<String> texts = new ArrayList<>();
        private final List<Event> stored = new ArrayList<>();
        private long acknowledged;

        Chain(EventStream stream) {
            this.stream = stream;
        }

        /// What the event with this sequence hashes to.
        Sha256 hash(int seq) {
            return seq == 0 ? Sha256.ZERO : Sha256.of(texts.get(seq - 1));
        }
    }
}
