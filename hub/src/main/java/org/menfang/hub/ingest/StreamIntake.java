package org.menfang.hub.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.ingest.StreamIngest.GapWait;
import org.menfang.hub.ingest.StreamIngest.Stretch;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventBody;
import org.menfang.wire.json.ReceivedEvent;

/// The working of one batch.
final class StreamIntake {
    private final StoredHashes stored;
    private final long nowMillis;
    private final List<ReceivedEvent> fresh = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private StreamIngest stream;
    private boolean repeated;

    StreamIntake(StreamIngest stream, StoredHashes stored, long nowMillis) {
        this.stream = stream;
        this.stored = stored;
        this.nowMillis = nowMillis;
    }

    Intake take(List<ReceivedEvent> batch) {
        // A gate that dropped events may say so only after the gap that they left.
        for (ReceivedEvent event : batch) {
            if (event.event().body() instanceof EventBody.EventsDropped dropped
                    && dropped.stream() == stream.stream()) {
                stream = stream.declaredDropped(dropped);
            }
        }
        for (ReceivedEvent event : batch) {
            if (!take(event)) {
                break;
            }
        }
        boolean answer = !fresh.isEmpty() || mayAnswer();
        if (answer) {
            stream = stream.answered(nowMillis);
        }
        return new Intake(stream, fresh, findings, answer);
    }

    /// What is sent twice may be acknowledged at once, since that is how a gate learns that the
    /// first acknowledgement was lost; a refusal is said at an unhurried pace, or the two would
    /// answer each other without end.
    private boolean mayAnswer() {
        long since = nowMillis - stream.answeredAtMillis();
        return repeated || since >= StreamIngest.ANSWER_INTERVAL.toMillis();
    }

    /// @return whether the events after it may be looked at
    private boolean take(ReceivedEvent event) {
        long seq = event.event().position().seq();
        long next = stream.held().seq() + 1;
        if (seq < next) {
            return takeKnown(event);
        }
        if (seq > next) {
            return takeAfterGap(event, new Stretch(next, seq - 1));
        }
        return takeNext(event);
    }

    private boolean takeKnown(ReceivedEvent event) {
        Optional<Sha256> held = hashOf(event.event().position().seq());
        if (held.isPresent() && !held.get().equals(event.hash())) {
            return refuse(event, "the hub holds another event under this number");
        }
        repeated = true;
        return true;
    }

    private Optional<Sha256> hashOf(long seq) {
        if (seq == stream.held().seq()) {
            return Optional.of(stream.held().hash());
        }
        for (ReceivedEvent event : fresh) {
            if (event.event().position().seq() == seq) {
                return Optional.of(event.hash());
            }
        }
        return stored.of(seq);
    }

    private boolean takeNext(ReceivedEvent event) {
        if (event.previous().equals(stream.held().hash())) {
            store(event);
            return true;
        }
        if (stream.breakSeen()) {
            long seq = event.event().position().seq();
            ChainGap gap = new ChainGap(stream.stream(), seq, seq - 1, "a person let it go on");
            findings.add(new Finding.BreakRecorded(gap));
            store(event);
            return true;
        }
        return refuse(event, "it does not follow the event before it");
    }

    private boolean takeAfterGap(ReceivedEvent event, Stretch missing) {
        Stretch dropped = stream.dropped();
        if (dropped != null && dropped.covers(missing)) {
            return goOn(event, missing, "the gate dropped them");
        }
        GapWait wait = waitBefore(missing);
        boolean patienceIsOver =
                nowMillis - wait.sinceMillis() >= StreamIngest.GAP_PATIENCE.toMillis()
                        && wait.asks() >= StreamIngest.GAP_ASKS_MIN;
        if (patienceIsOver && missing.equals(wait.missing())) {
            return goOn(event, missing, "the gate was asked " + wait.asks() + " times");
        }
        stream =
                stream.waiting(patienceIsOver ? begin(missing) : mayAnswer() ? wait.asked() : wait);
        return false;
    }

    /// The wait for a stretch. Messages overtake each other, so the shortest stretch counts that
    /// begins where the hub's copy ends.
    private GapWait waitBefore(Stretch missing) {
        GapWait wait = stream.gap();
        if (wait == null) {
            return begin(missing);
        }
        return missing.to() < wait.missing().to() ? wait.over(missing) : wait;
    }

    private GapWait begin(Stretch missing) {
        return new GapWait(missing, nowMillis, 0);
    }

    private boolean goOn(ReceivedEvent event, Stretch missing, String why) {
        ChainGap gap = new ChainGap(stream.stream(), missing.from(), missing.to(), why);
        findings.add(new Finding.Missing(gap));
        store(event);
        return true;
    }

    private void store(ReceivedEvent event) {
        if (stream.broken()) {
            findings.add(new Finding.Mended());
        }
        fresh.add(event);
        stream = stream.holding(event.event().position().seq(), event.hash());
    }

    private boolean refuse(ReceivedEvent event, String why) {
        // Said once, and not again each time that the gate sends it.
        if (!stream.broken()) {
            findings.add(new Finding.Broken(event, why));
        }
        stream = stream.refusing();
        return false;
    }
}
