package org.menfang.gate.sqlite;

import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.vocabulary.EventStream;

/// Watches the events of one stream as they come in: their numbers have no gap, and what finds no
/// room is told as one range.
final class Intake {
    static final String QUEUE_IS_FULL = "more waits for the disk than memory is set aside for";

    private final EventStream stream;
    private final Inbox inbox;
    private long lastSeq;
    private long firstDroppedSeq;

    Intake(EventStream stream, long lastSeq, Inbox inbox) {
        this.stream = stream;
        this.lastSeq = lastSeq;
        this.inbox = inbox;
    }

    void checkFollows(long seq) {
        if (seq != lastSeq + 1) {
            throw new IllegalStateException(
                    "event " + seq + " of " + stream + " follows event " + lastSeq);
        }
    }

    /// @param taken whether there was room for the event
    void note(long seq, boolean taken, JournalHealth health) {
        if (taken) {
            tellDropped();
        } else {
            firstDroppedSeq = firstDroppedSeq == 0 ? seq : firstDroppedSeq;
            health.failed(QUEUE_IS_FULL);
        }
        lastSeq = seq;
    }

    private void tellDropped() {
        if (firstDroppedSeq > 0) {
            inbox.offer(new Input.EventsDropped(stream, firstDroppedSeq, lastSeq, QUEUE_IS_FULL));
            firstDroppedSeq = 0;
        }
    }
}
