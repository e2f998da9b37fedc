package org.menfang.hub.ingest;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventBody;
import org.menfang.wire.json.ReceivedEvent;

/// One stream of one gate, as the hub holds it.
///
/// @param held the last event that is stored, or is in the group that is being stored
/// @param gap what the hub waits for before a gap; none while there is none
/// @param dropped the stretch that the gate said last it had dropped; none for none
/// @param broken whether an event was refused and none was taken since
/// @param breakSeen whether a person has acknowledged the break, so that the stream may go on
/// @param answeredAtMillis when the hub last said what it holds without having taken anything
public record StreamIngest(
        EventStream stream,
        StreamPosition held,
        @Nullable GapWait gap,
        @Nullable Stretch dropped,
        boolean broken,
        boolean breakSeen,
        long answeredAtMillis) {
    /// How long the hub goes on asking for events before it counts them as missing.
    public static final Duration GAP_PATIENCE = Duration.ofSeconds(60);

    /// How often it must have asked by then.
    public static final int GAP_ASKS_MIN = 4;

    /// How often at most it says the same again.
    public static final Duration ANSWER_INTERVAL = Duration.ofSeconds(1);

    private static final long NEVER = Long.MIN_VALUE / 2;

    /// Events `from` to `to`.
    public record Stretch(long from, long to) {
        boolean covers(Stretch other) {
            return from <= other.from && to >= other.to;
        }
    }

    /// @param missing what does not come
    /// @param sinceMillis when that was seen first
    /// @param asks how often the hub has said since what it holds
    public record GapWait(Stretch missing, long sinceMillis, int asks) {
        GapWait asked() {
            return new GapWait(missing, sinceMillis, asks + 1);
        }

        GapWait over(Stretch shorter) {
            return new GapWait(shorter, sinceMillis, asks);
        }
    }

    /// The stream after all that is stored.
    public static StreamIngest after(EventStream stream, StreamPosition held) {
        return new StreamIngest(stream, held, null, null, false, false, NEVER);
    }

    /// Decides what becomes of a batch, in the order in which it came.
    public Intake take(List<ReceivedEvent> batch, StoredHashes stored, long nowMillis) {
        return new StreamIntake(this, stored, nowMillis).take(batch);
    }

    /// A person has seen that the chain is broken: the next event is taken whatever it follows.
    public StreamIngest breakAcknowledged() {
        return broken
                ? new StreamIngest(stream, held, gap, dropped, true, true, answeredAtMillis)
                : this;
    }

    /// The gate said, in whichever stream, that it dropped events of this one.
    public StreamIngest declaredDropped(EventBody.EventsDropped declared) {
        Stretch stretch = new Stretch(declared.fromSeq(), declared.toSeq());
        if (dropped != null && stretch.from() <= dropped.to() + 1 && stretch.to() > dropped.to()) {
            stretch = new Stretch(Math.min(stretch.from(), dropped.from()), stretch.to());
        }
        return new StreamIngest(stream, held, gap, stretch, broken, breakSeen, answeredAtMillis);
    }

    StreamIngest holding(long seq, Sha256 hash) {
        return new StreamIngest(
                stream,
                new StreamPosition(seq, hash),
                null,
                dropped,
                false,
                false,
                answeredAtMillis);
    }

    StreamIngest waiting(GapWait newWait) {
        return new StreamIngest(
                stream, held, newWait, dropped, broken, breakSeen, answeredAtMillis);
    }

    StreamIngest refusing() {
        return new StreamIngest(stream, held, gap, dropped, true, breakSeen, answeredAtMillis);
    }

    StreamIngest answered(long millis) {
        return new StreamIngest(stream, held, gap, dropped, broken, breakSeen, millis);
    }
}
